using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Agents;

/// <summary>
/// Tests versions that PowerShell would convert wrongly: it converts empty text to 0 and 1.6 to 2, and calls would use
/// another version.
/// </summary>
public sealed class AgentVersionTests
{
    [Theory]
    [InlineData("''")]
    [InlineData("$null")]
    [InlineData("1.6")]
    [InlineData("'1,5'")]
    [InlineData("-1")]
    [InlineData("'x'")]
    public async Task A_version_is_a_whole_number_and_never_another_one(string version) =>
        Assert.Contains(
            "'AgentVersion'",
            (await ConnectedPlatform.RefusalOfAsync($"New-UponAiAgentRef agent_a -AgentVersion {version}")).Message(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("0")]
    [InlineData("'0'")]
    [InlineData("0L")]
    [InlineData("0.0")]
    public async Task Version_0_is_a_version(string version)
    {
        using var engine = new Engine();

        Assert.Equal(
            "agent_a@0",
            (await engine.RunAsync($"New-UponAiAgentRef agent_a -AgentVersion {version}")).Single().ToString());
    }
}
