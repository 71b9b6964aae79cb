using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Parameters;

/// <summary>
/// Tests the way from a parameter to the request: an absent parameter leaves a property unchanged, none clears it, and
/// a value sets it.
/// </summary>
public sealed class ParametersTests
{
    [Theory]
    [InlineData("-TimeRouting $true", """{"isTimeRoutingEnabled":true}""")]
    [InlineData("-TimeRouting $false", """{"isTimeRoutingEnabled":false}""")]
    [InlineData("-InboundAgent none", """{"inboundAgents":[]}""")]
    [InlineData("-InboundAgent @('None')", """{"inboundAgents":[]}""")]
    [InlineData("-InboundAgent agent_a", """{"inboundAgents":[{"agent_id":"agent_a","weight":1}]}""")]
    [InlineData(
        "-InboundAgent agent_a@0",
        """{"inboundAgents":[{"agent_id":"agent_a","agent_version":0,"weight":1}]}""")]
    [InlineData(
        "-InboundAgent agent_a, agent_b",
        """{"inboundAgents":[{"agent_id":"agent_a","weight":0.5},{"agent_id":"agent_b","weight":0.5}]}""")]
    [InlineData(
        "-InboundAgent 'agent_a@3=90%;agent_b=10%'",
        """{"inboundAgents":[{"agent_id":"agent_a","agent_version":3,"weight":0.9}"""
        + """,{"agent_id":"agent_b","weight":0.1}]}""")]
    [InlineData(
        "-InboundAgent agent_a=0.7, agent_b=0.2, agent_c",
        """{"inboundAgents":[{"agent_id":"agent_a","weight":0.7},{"agent_id":"agent_b","weight":0.2}"""
        + """,{"agent_id":"agent_c","weight":0.1}]}""")]
    [InlineData("-OutboundAgent none", """{"outboundAgentId":null}""")]
    [InlineData("-OutboundAgent agent_a", """{"outboundAgentId":"agent_a"}""")]
    [InlineData("-OutboundAgent agent_a@0", """{"outboundAgentId":"agent_a","outboundAgentVersion":0}""")]
    [InlineData(
        "-OutboundAgent agent_a, agent_b",
        """{"outboundAgents":[{"agent_id":"agent_a","weight":0.5},{"agent_id":"agent_b","weight":0.5}]}""")]
    [InlineData(
        "-OutboundAgent agent_a=0.7, agent_b=0.2, agent_c",
        """{"outboundAgents":[{"agent_id":"agent_a","weight":0.7},{"agent_id":"agent_b","weight":0.2}"""
        + """,{"agent_id":"agent_c","weight":0.1}]}""")]
    [InlineData("-InboundWebhookUrl none", """{"inboundWebhookUrl":null}""")]
    [InlineData(
        "-InboundWebhookUrl https://example.com/h?a=1",
        """{"inboundWebhookUrl":"https://example.com/h?a=1"}""")]
    [InlineData(
        "-InboundAgent agent_a -OutboundAgent none -InboundWebhookUrl none -TimeRouting $false",
        """{"outboundAgentId":null,"inboundAgents":[{"agent_id":"agent_a","weight":1}]"""
        + ""","inboundWebhookUrl":null,"isTimeRoutingEnabled":false}""")]
    public async Task Set_sends(string parameters, string change) =>
        Assert.Equal(
            change,
            await ConnectedPlatform.ChangeOfAsync("Set-UponAiNumberAssignment -Number 101 " + parameters));

    [Theory]
    [InlineData("-InboundAgent $null")]
    [InlineData("-InboundAgent @()")]
    [InlineData("-InboundAgent ''")]
    [InlineData("-InboundAgent ' '")]
    [InlineData("-InboundAgent @($null)")]
    [InlineData("-InboundAgent ([UponAi.AgentRefCollection]::Empty)")]
    [InlineData("-InboundAgent @{}.missing")]
    [InlineData("-OutboundAgent $null")]
    [InlineData("-OutboundAgent @()")]
    [InlineData("-OutboundAgent ''")]
    [InlineData("-InboundWebhookUrl $null")]
    [InlineData("-InboundWebhookUrl ''")]
    [InlineData("-InboundWebhookUrl @()")]
    public async Task Set_refuses_an_argument_that_is_null_or_empty(string parameters)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome =
            await platform.RunAsync("Set-UponAiNumberAssignment -Number 101 -TimeRouting $true " + parameters);

        Assert.Single(outcome.Errors);
        Assert.Empty(platform.Numbers);
    }

    [Theory]
    [InlineData("", """{"outboundAgentId":null,"inboundAgents":[]}""")]
    [InlineData("-Inbound", """{"inboundAgents":[]}""")]
    [InlineData("-Outbound", """{"outboundAgentId":null}""")]
    [InlineData("-Webhook", """{"inboundWebhookUrl":null}""")]
    [InlineData(
        "-Inbound -Outbound -Webhook",
        """{"outboundAgentId":null,"inboundAgents":[],"inboundWebhookUrl":null}""")]
    [InlineData("-Inbound:$false -Webhook", """{"inboundWebhookUrl":null}""")]
    public async Task Clear_sends(string parameters, string change)
    {
        Assert.Equal(
            change,
            await ConnectedPlatform.ChangeOfAsync(
                $"Clear-UponAiNumberAssignment -Number 101 -Confirm:$false {parameters}"));
        Assert.Equal(
            change,
            await ConnectedPlatform.ChangeOfAsync(
                $"'101' | Clear-UponAiNumberAssignment -Confirm:$false {parameters}"));
        Assert.Equal(
            change,
            await ConnectedPlatform.ChangeOfAsync(
                $"[pscustomobject]@{{ Number = 101; InboundAgents = 'agent_a' }} | "
                + $"Clear-UponAiNumberAssignment -Confirm:$false {parameters}"));
    }

    [Theory]
    [InlineData("-Inbound:$false")]
    [InlineData("-Inbound:$false -Outbound:$false -Webhook:$false")]
    [InlineData("-Agent agent_a -Inbound:$false")]
    public async Task A_switch_that_is_off_clears_nothing_and_says_so(string parameters)
    {
        var error = await ConnectedPlatform.RefusalOfAsync(
            $"Clear-UponAiNumberAssignment -Number 101 -Confirm:$false {parameters}");

        Assert.Equal("UponAi.NothingToSet", error.Id());
        Assert.StartsWith(
            "Nothing to remove from 101: the switches select nothing.", error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'+1 (415) 555-0100'", "PUT /api/numbers/%2B14155550100/agent HTTP/1.1")]
    [InlineData("+14155550100", "PUT /api/numbers/%2B14155550100/agent HTTP/1.1")]
    [InlineData("101", "PUT /api/numbers/101/agent HTTP/1.1")]
    [InlineData("'0101'", "PUT /api/numbers/0101/agent HTTP/1.1")]
    [InlineData("'+14155550100;ext=7'", "PUT /api/numbers/%2B14155550100%3Bext%3D7/agent HTTP/1.1")]
    public async Task A_number_goes_into_the_path(string number, string requestLine)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync($"Set-UponAiNumberAssignment {number} agent_a");

        Assert.Equal(requestLine, Assert.Single(platform.Server.Requests).RequestLine);
    }

    [Fact]
    public async Task Account_and_workspace_can_be_given_beside_those_of_the_connection()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync("Set-UponAiNumberAssignment 101 agent_a -AccountSid AC2 -WorkspaceId 8");

        Assert.StartsWith(
            """{"accountSid":"AC2","workspaceId":8,""",
            Assert.Single(platform.Bodies),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "-Numbers 101 -InboundAgents agent_a -OutboundAgents agent_b -Webhook none -IsTimeRoutingEnabled "
        + "$true -account_sid AC1 -workspace_id 7")]
    [InlineData(
        "-phone_number 101 -inbound_agents agent_a -outbound_agents agent_b -inbound_webhook_url none "
        + "-is_time_routing_enabled $true")]
    [InlineData(
        "-PhoneNumber 101 -inbound_agent agent_a -outbound_agent agent_b -inboundWebhookUrl none "
        + "-time_routing $true -accountSid AC1 -workspaceId 7")]
    public async Task Other_names_of_the_parameters_mean_the_same(string parameters) => Assert.Equal(
        """{"outboundAgentId":"agent_b","inboundAgents":[{"agent_id":"agent_a","weight":1}]"""
        + ""","inboundWebhookUrl":null,"isTimeRoutingEnabled":true}""",
        await ConnectedPlatform.ChangeOfAsync("Set-UponAiNumberAssignment " + parameters));

    [Fact]
    public async Task The_request_carries_the_token_and_says_who_asks()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync("Set-UponAiNumberAssignment 101 agent_a");

        var request = Assert.Single(platform.Server.Requests);
        Assert.Equal("Bearer " + ConnectedPlatform.Token, request.Header("Authorization"));
        Assert.Matches(@"^UponAi/\d+\.\d+\.\d+ PowerShell/7\.6\.9 \(Core\)$", request.Header("User-Agent"));
    }
}
