using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Agents;

/// <summary>Tests New-UponAiAgentRef.</summary>
public sealed class NewAgentRefTests
{
    [Theory]
    [InlineData("agent_a", "agent_a")]
    [InlineData("agent_a 3", "agent_a@3")]
    [InlineData("agent_a 3 0.9", "agent_a@3=0.9")]
    [InlineData("-AgentId agent_a -Weight 0.5", "agent_a=0.5")]
    [InlineData("-AgentId agent_a -Weight '12.5%'", "agent_a=0.125")]
    [InlineData("-AgentId agent_a -Weight 1", "agent_a=1")]
    [InlineData("-AgentId agent_a -Weight ([float]0.1)", "agent_a=0.1")]
    [InlineData("-Id agent_a -Version 0", "agent_a@0")]
    [InlineData("-agent_id agent_a -agent_version 2", "agent_a@2")]
    [InlineData("'agent_a@3=90%'", "agent_a@3=0.9")]
    [InlineData("'agent_a@3=90%' -AgentVersion 4 -Weight 0.1", "agent_a@4=0.1")]
    public async Task Makes_an_agent(string parameters, string text) =>
        Assert.Equal(text, (await RunAsync("New-UponAiAgentRef " + parameters)).Single().ToString());

    [Theory]
    [InlineData("''", "UponAi.InvalidAgentRef", "The agent id is empty")]
    [InlineData("'agent a'", "UponAi.InvalidAgentRef", "contains a space")]
    [InlineData("'agent_a;agent_b'", "UponAi.InvalidAgentRef", "Separate several agents by ';'")]
    [InlineData("none", "UponAi.InvalidAgentRef", "The word removes the agents of a direction")]
    [InlineData("agent_a -Weight 50", "UponAi.InvalidAgentSplit", "Did you mean 50%")]
    [InlineData("agent_a -Weight 0", "UponAi.InvalidAgentSplit", "To send an agent no calls, leave it out.")]
    [InlineData("agent_a -Weight -0.5", "UponAi.InvalidAgentSplit", "A weight is a fraction above 0")]
    public async Task Refuses_what_may_not_be_sent(string parameters, string id, string message)
    {
        var error = (await RunAsync("New-UponAiAgentRef " + parameters)).SingleError();

        Assert.Equal((id, ErrorCategory.InvalidArgument), (error.Id(), error.Category()));
        Assert.Contains(message, error.Message(), StringComparison.Ordinal);
        Assert.Equal(parameters.Split(" -")[0].Trim('\''), error.Target());
    }

    [Theory]
    [InlineData("''")]
    [InlineData("$null")]
    [InlineData("half")]
    [InlineData("'0,5'")]
    [InlineData("$true")]
    public async Task Refuses_a_weight_that_cannot_be_read(string weight) =>
        Assert.Contains(
            "'Weight'",
            (await RunAsync($"New-UponAiAgentRef agent_a -Weight {weight}")).SingleError().Message(),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_bad_agent_in_the_pipeline_ends_only_itself()
    {
        var outcome = await RunAsync("'agent_a', 'agent b', 'agent_c=50%' | New-UponAiAgentRef -AgentVersion 1");

        Assert.Equal(["agent_a@1", "agent_c@1=0.5"], outcome.Texts);
        Assert.Equal("agent b", Assert.Single(outcome.Errors).Target());
    }

    private static async Task<Outcome> RunAsync(string script)
    {
        using var engine = new Engine();
        return await engine.RunAsync(script);
    }
}
