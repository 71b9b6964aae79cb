using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Rows;

/// <summary>Tests pipeline input that PowerShell's own binder would assign wrongly without an error.</summary>
public sealed class PipelineBindingTests
{
    private const string InboundA = """{"inboundAgents":[{"agent_id":"agent_a","weight":1}]}""";

    [Theory]
    [InlineData("'+14155550100' | Set-UponAiNumberAssignment -OutboundAgent agent_a", "+14155550100")]
    [InlineData("'101' | Set-UponAiNumberAssignment -OutboundAgent agent_a", "101")]
    [InlineData("101 | Set-UponAiNumberAssignment -OutboundAgent agent_a", "101")]
    [InlineData("101L | Set-UponAiNumberAssignment -OutboundAgent agent_a", "101")]
    public async Task A_piped_text_or_whole_number_is_a_number_and_no_agent(string script, string number)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        Assert.Equal(number, (await platform.RunAsync(script)).Single().ToString());

        Assert.Equal([number], platform.Numbers);
        Assert.Equal("""{"outboundAgentId":"agent_a"}""", platform.Change);
    }

    [Fact]
    public async Task A_piped_text_does_not_become_the_agent_where_InboundAgent_is_given()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync("'101', 'agent_b' | Set-UponAiNumberAssignment -InboundAgent agent_a");

        Assert.Equal(["101", "agent_b"], platform.Numbers.Order(StringComparer.Ordinal));
        Assert.All(platform.Bodies, body => Assert.EndsWith(InboundA[1..], body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_piped_text_beside_Number_is_refused_as_ambiguous()
    {
        var error = await ConnectedPlatform.RefusalOfAsync("'agent_a' | Set-UponAiNumberAssignment -Number 101");

        Assert.Equal(("UponAi.InvalidNumber", (object)"agent_a"), (error.Id(), error.Target()));
        Assert.Contains(
            "To pipe agents, create them with New-UponAiAgentRef",
            error.Message(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_whose_number_is_an_int_is_still_a_row()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync(
            "[pscustomobject]@{ Number = 101; InboundAgents = 'agent_a' } | Set-UponAiNumberAssignment");

        Assert.Equal(["101"], platform.Numbers);
        Assert.Equal(InboundA, platform.Change);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Number = '101'; agent_id = 'agent_a' }")]
    [InlineData("[pscustomobject]@{ Number = '101'; AgentId = 'agent_a' }")]
    [InlineData("@{ Number = '101'; AgentId = 'agent_a' }")]
    [InlineData(
        "[pscustomobject]@{ Number = '101'; AgentId = 'agent_a'; InboundWebhookUrl = 'https://example.com/h' }")]
    public async Task An_AgentId_alone_on_a_row_is_refused_as_it_names_no_direction(string row)
    {
        var error = await ConnectedPlatform.RefusalOfAsync(row + " | Set-UponAiNumberAssignment");

        Assert.Equal("UponAi.InvalidRow", error.Id());
        Assert.Contains(
            "InboundAgentId for incoming calls, or OutboundAgentId for outgoing calls",
            error.Message(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@{ Number = '101'; InboundAgent = 'agent_a' }")]
    [InlineData("[pscustomobject]@{ Number = '101'; AgentId = 'agent_a' }")]
    [InlineData("[pscustomobject]@{ AgentId = 'agent_a'; TimeRouting = $true }")]
    public async Task A_row_is_never_taken_for_an_agent(string row)
    {
        var error =
            await ConnectedPlatform.RefusalOfAsync($"Set-UponAiNumberAssignment -Number 101 -InboundAgent ({row})");

        Assert.StartsWith(
            "ParameterArgumentTransformationError",
            error.FullyQualifiedErrorId,
            StringComparison.Ordinal);
        Assert.Contains("is not an agent", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_one_row_does_not_reach_the_next_row()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            """
            [pscustomobject]@{
                Number = '101'; AccountSid = 'AC2'; WorkspaceId = 8
                InboundAgents = 'agent_a'; OutboundAgents = 'agent_b'
                InboundWebhookUrl = 'none'; TimeRouting = $true
            },
            [pscustomobject]@{ Number = '102'; TimeRouting = $false },
            [pscustomobject]@{ Number = '103' } | Set-UponAiNumberAssignment
            """);

        Assert.Equal("""{"accountSid":"AC1","workspaceId":7,"isTimeRoutingEnabled":false}""", platform.BodyOf("102"));
        Assert.Equal(["UponAi.NothingToSet"], outcome.ErrorIds);
        Assert.Equal(2, platform.Bodies.Count);
    }

    [Theory]
    [InlineData("Weight = 0.5")]
    [InlineData("AgentVersion = 3")]
    [InlineData("Direction = 'inbound'")]
    public async Task Rows_of_one_agent_each_are_refused_one_by_one(string cell)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            $"[pscustomobject]@{{ Number = '101'; InboundAgentId = 'agent_a'; {cell} }}, "
            + $"[pscustomobject]@{{ Number = '101'; InboundAgentId = 'agent_b'; {cell} }} | "
            + "Set-UponAiNumberAssignment");

        Assert.Empty(platform.Server.Requests);
        Assert.Equal(["UponAi.InvalidRow", "UponAi.InvalidRow"], outcome.ErrorIds);
        Assert.Contains(
            "Put all agents of a number into one cell",
            outcome.Errors[0].Message(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_are_piped_as_one_array_are_rows()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            ", @([pscustomobject]@{ Number = '101'; InboundAgents = 'agent_a' }, @{ Number = '..'; "
            + "InboundAgents = 'agent_a' }, '103') | Set-UponAiNumberAssignment -TimeRouting $true");

        Assert.Equal(["101", "103"], outcome.Texts);
        Assert.Equal(["UponAi.InvalidNumber"], outcome.ErrorIds);
        Assert.IsType<System.Collections.Hashtable>(outcome.Errors[0].Target());
    }

    [Fact]
    public async Task InboundAgent_wins_over_the_row()
    {
        Assert.Equal(
            InboundA,
            await ConnectedPlatform.ChangeOfAsync(
                "[pscustomobject]@{ Number = '101'; InboundAgents = 'agent_b;agent_c' } | "
                + "Set-UponAiNumberAssignment -InboundAgent agent_a"));
        Assert.Equal(
            """{"inboundAgents":[]}""",
            await ConnectedPlatform.ChangeOfAsync(
                "[pscustomobject]@{ Number = '101'; InboundAgents = 'agent_b' } | "
                + "Set-UponAiNumberAssignment -InboundAgent none"));
        Assert.Equal(
            """{"isTimeRoutingEnabled":false}""",
            await ConnectedPlatform.ChangeOfAsync(
                "[pscustomobject]@{ Number = '101'; TimeRouting = 'true' } | Set-UponAiNumberAssignment "
                + "-TimeRouting $false"));
    }

    [Fact]
    public async Task Number_wins_over_the_rows_number()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync(
            "[pscustomobject]@{ Number = '101'; InboundAgents = 'agent_a' } | Set-UponAiNumberAssignment "
            + "-Number 201, 202");

        Assert.Equal(["201", "202"], platform.Numbers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_row_beside_an_empty_Number_is_refused_and_not_dropped()
    {
        var error = await ConnectedPlatform.RefusalOfAsync(
            "[pscustomobject]@{ Number = '101'; InboundAgents = 'agent_a' } | Set-UponAiNumberAssignment -Number @()");

        Assert.Equal("UponAi.InvalidNumber", error.Id());
    }
}
