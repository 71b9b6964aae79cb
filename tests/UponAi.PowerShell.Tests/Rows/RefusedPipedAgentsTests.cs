using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Rows;

/// <summary>
/// Tests that nothing is sent if a piped agent cannot be used, because the other agents alone would be a different
/// split.
/// </summary>
public sealed class RefusedPipedAgentsTests
{
    [Theory]
    [InlineData("@{ AgentId = 'agent b' }", "UponAi.InvalidAgentRef")]
    [InlineData("@{ AgentId = 'agent_b'; Wieght = 0.1 }", "UponAi.InvalidAgentRef")]
    [InlineData("[pscustomobject]@{ AgentId = 'agent_b'; Weight = 10 }", "UponAi.InvalidAgentSplit")]
    [InlineData("[pscustomobject]@{ AgentId = 'agent_b'; Version = 'x' }", "UponAi.InvalidAgentRef")]
    [InlineData("'agent_b'", "UponAi.InvalidNumber")]
    [InlineData("7", "UponAi.InvalidNumber")]
    [InlineData("$null", "UponAi.InvalidRow")]
    [InlineData("[pscustomobject]@{ Agent = 'agent_b' }", "UponAi.NothingToSet")]
    public async Task Nothing_is_sent_where_something_piped_is_no_agent(string other, string id)
    {
        foreach (
            var piped in new[] { $"(New-UponAiAgentRef agent_a), {other}", $"{other}, (New-UponAiAgentRef agent_a)" })
        {
            await using var platform = await ConnectedPlatform.AgreeingAsync();

            var outcome = await platform.RunAsync(piped + " | Set-UponAiNumberAssignment -Number 101");

            Assert.Empty(platform.Server.Requests);
            Assert.Equal([id, "UponAi.InvalidAgentSplit"], outcome.ErrorIds);
            Assert.Equal("101", outcome.Errors[1].Target());
            Assert.Contains("Nothing was sent for 101", outcome.Errors[1].Message(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_agent_that_could_not_be_used_is_the_target_of_its_error()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            "$bad = @{ AgentId = 'agent b' }; $bad | Set-UponAiNumberAssignment -Number 101 "
            + "-ErrorVariable e; [object]::ReferenceEquals($e[0].TargetObject, $bad)");

        Assert.Equal(["True"], outcome.Texts);
    }
}
