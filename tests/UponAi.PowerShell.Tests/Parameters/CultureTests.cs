using System.Globalization;
using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Parameters;

/// <summary>Tests that numbers have the same meaning under a culture with a decimal comma.</summary>
public sealed class CultureTests
{
    private const string Halves =
        """{"inboundAgents":[{"agent_id":"agent_a","weight":0.5},{"agent_id":"agent_b","weight":0.5}]}""";

    [Theory]
    [InlineData("Set-UponAiNumberAssignment 101 agent_a=0.5, agent_b=50%")]
    [InlineData(
        "(New-UponAiAgentRef agent_a -Weight 0.5), (New-UponAiAgentRef agent_b -Weight '0.5') | "
        + "Set-UponAiNumberAssignment 101")]
    [InlineData(
        "@{ AgentId = 'agent_a'; Weight = 0.5 }, @{ AgentId = 'agent_b'; Weight = [float]0.5 } | "
        + "Set-UponAiNumberAssignment 101")]
    [InlineData(
        "[pscustomobject]@{ Number = '101'; InboundAgents = @([pscustomobject]@{ agent_id = 'agent_a'; "
        + "weight = 0.5 }, [pscustomobject]@{ agent_id = 'agent_b'; weight = '0.5' }) } | "
        + "Set-UponAiNumberAssignment")]
    [InlineData(
        "[pscustomobject]@{ Number = 101d; InboundAgents = 'agent_a=0.5;agent_b=0.5' } | Set-UponAiNumberAssignment")]
    [InlineData(
        "$a = [UponAi.AgentRef[]]('agent_a=0.5', 'agent_b=0.5'); [Management.Automation.PSSerializer]::Deserialize("
            + "[Management.Automation.PSSerializer]::Serialize($a, 1)) | Set-UponAiNumberAssignment 101")]
    public async Task Weights_are_read_and_sent_with_a_point(string script)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await GermanAsync(platform, script);

        Assert.Empty(outcome.Errors);
        Assert.Equal(Halves, platform.Change);
    }

    [Fact]
    public async Task A_comma_is_refused_and_never_taken_for_thousands()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await GermanAsync(
            platform,
            "New-UponAiAgentRef agent_a -Weight '0,5'; @{ Number = '101'; InboundAgents = "
            + "'agent_a=0,5;agent_b=0,5' } | Set-UponAiNumberAssignment");

        Assert.Empty(platform.Server.Requests);
        Assert.Equal(2, outcome.Errors.Count);
        Assert.All(
            outcome.Errors,
            error => Assert.Contains("The decimal mark is a point.", error.Message(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Previews_and_agents_are_shown_as_everywhere()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await GermanAsync(
            platform,
            "Set-UponAiNumberAssignment 101 agent_a=12.5%, agent_b -WhatIf; (New-UponAiAgentRef agent_a "
            + "-Weight 0.125).ToString()");

        Assert.Equal(["agent_a=0.125"], outcome.Texts);
        Assert.Contains(
            "Set inbound to agent_a 12.5%, agent_b 87.5%",
            platform.Engine.Screen.Written,
            StringComparison.Ordinal);
    }

    private static async Task<Outcome> GermanAsync(ConnectedPlatform platform, string script)
    {
        var outcome = await platform.RunAsync(
            "[System.Threading.Thread]::CurrentThread.CurrentCulture = $culture; (1.5).ToString(); " + script,
            ("culture", CultureInfo.GetCultureInfo("de-DE")));
        Assert.Equal("1,5", outcome.Texts[0]);
        return outcome with { Output = [.. outcome.Output.Skip(1)] };
    }
}
