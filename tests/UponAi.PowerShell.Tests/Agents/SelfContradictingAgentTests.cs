using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Agents;

/// <summary>Tests that an agent with two values for one property is refused.</summary>
public sealed class SelfContradictingAgentTests
{
    [Theory]
    [InlineData("@{ AgentId = 'agent_a'; agent_id = 'agent_b' }")]
    [InlineData("[pscustomobject]@{ AgentId = 'agent_a'; agent_id = 'agent_b' }")]
    [InlineData("@{ AgentId = 'agent_a'; Version = 1; AgentVersion = 2 }")]
    public async Task An_agent_that_contradicts_itself_is_refused(string agent) =>
        Assert.Contains(
            "but both mean the same property. Keep one.",
            (await ConnectedPlatform.RefusalOfAsync($"Set-UponAiNumberAssignment 101 ({agent})")).Message(),
            StringComparison.Ordinal);
}
