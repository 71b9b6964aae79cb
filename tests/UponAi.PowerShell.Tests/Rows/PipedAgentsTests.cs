using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Rows;

/// <summary>Tests agents from the pipeline: together they are the inbound split, with one request per number.</summary>
public sealed class PipedAgentsTests
{
    private const string Halves = """{"inboundAgents":[{"agent_id":"agent_a","agent_version":3,"weight":0.9},"""
        + """{"agent_id":"agent_b","weight":0.1}]}""";

    [Theory]
    [InlineData("(New-UponAiAgentRef agent_a 3 0.9), (New-UponAiAgentRef agent_b -Weight 0.1)")]
    [InlineData("[UponAi.AgentRef[]]('agent_a@3=90%', 'agent_b=10%')")]
    [InlineData("[UponAi.AgentRef]'agent_a@3=90%', @{ AgentId = 'agent_b' }")]
    [InlineData("@{ AgentId = 'agent_a'; Version = 3; Weight = '90%' }, @{ AgentId = 'agent_b'; Weight = 0.1 }")]
    [InlineData(
        "[pscustomobject]@{ AgentId = 'agent_a'; AgentVersion = '3'; Weight = '0.9' }, [pscustomobject]@{ "
        + "AgentId = 'agent_b'; AgentVersion = ''; Weight = '' }")]
    [InlineData(
        "[pscustomobject]@{ agent_id = 'agent_a'; agent_version = 3L; weight = 0.9 }, [pscustomobject]@{ "
        + "agent_id = 'agent_b'; agent_version = $null; weight = 0.1 }")]
    public async Task Agents_of_every_form_are_gathered(string agents) =>
        Assert.Equal(
            Halves,
            await ConnectedPlatform.ChangeOfAsync($"{agents} | Set-UponAiNumberAssignment -Number 101"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Agents_that_crossed_a_job_or_a_file_are_gathered(int depth) =>
        Assert.Equal(Halves, await ConnectedPlatform.ChangeOfAsync(
        """
        $agents = (New-UponAiAgentRef agent_a 3 0.9), (New-UponAiAgentRef agent_b -Weight 0.1)
        $stored = [Management.Automation.PSSerializer]::Serialize($agents, $depth)
        [Management.Automation.PSSerializer]::Deserialize($stored) | Set-UponAiNumberAssignment -Number 101
        """,
        ("depth", depth)));

    [Fact]
    public async Task Agents_as_the_platform_lists_them_are_gathered() => Assert.Equal(
        """{"inboundAgents":[{"agent_id":"agent_a","agent_version":2,"weight":0.5}"""
        + """,{"agent_id":"agent_b","agent_version":0,"weight":0.5}]}""",
        await ConnectedPlatform.ChangeOfAsync(
            "[pscustomobject]@{ agent_id = 'agent_a'; version = 2L; agent_name = 'A' }, "
            + "[pscustomobject]@{ agent_id = 'agent_b'; version = 0L; agent_name = 'B' } | "
            + "Set-UponAiNumberAssignment -Number 101"));

    [Fact]
    public async Task An_array_that_is_piped_as_one_object_is_gathered_too() =>
        Assert.Equal(
            Halves,
            await ConnectedPlatform.ChangeOfAsync(
                ", [UponAi.AgentRef[]]('agent_a@3=90%', 'agent_b=10%') | Set-UponAiNumberAssignment -Number 101"));

    [Fact]
    public async Task The_split_goes_to_each_of_the_numbers_with_what_the_parameters_say_beside_it()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            "New-UponAiAgentRef agent_a | Set-UponAiNumberAssignment -Number 101, 102 -OutboundAgent none");

        Assert.Equal(["101", "102"], outcome.Texts);
        Assert.All(
            platform.Bodies,
            body =>
                Assert.Equal(
                    """{"accountSid":"AC1","workspaceId":7,"outboundAgentId":null"""
                    + ""","inboundAgents":[{"agent_id":"agent_a","weight":1}]}""",
                    body));
    }

    [Fact]
    public async Task Agents_that_make_no_split_are_refused_for_each_of_the_numbers()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            "[UponAi.AgentRef[]]('agent_a=90%', 'agent_b=20%') | Set-UponAiNumberAssignment -Number 101, 102");

        Assert.Empty(platform.Server.Requests);
        Assert.Equal(["UponAi.InvalidAgentSplit", "UponAi.InvalidAgentSplit"], outcome.ErrorIds);
        Assert.Equal(["101", "102"], outcome.Errors.Select(error => error.Target()));
    }

    [Fact]
    public async Task Agents_without_a_number_are_refused() =>
        Assert.Equal(
            "UponAi.InvalidNumber",
            (await ConnectedPlatform.RefusalOfAsync("New-UponAiAgentRef agent_a | Set-UponAiNumberAssignment")).Id());

    [Fact]
    public async Task Agents_through_the_pipeline_beside_InboundAgent_are_refused()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            "New-UponAiAgentRef agent_a | Set-UponAiNumberAssignment -Number 101 -InboundAgent agent_b");

        Assert.Empty(platform.Server.Requests);
        Assert.Equal(["UponAi.InvalidAgentSplit", "UponAi.InvalidAgentSplit"], outcome.ErrorIds);
    }
}
