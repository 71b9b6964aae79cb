using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Parameters;

/// <summary>Tests arguments that PowerShell would silently convert to other values.</summary>
public sealed class ArgumentConversionTests
{
    [Theory]
    [InlineData("@('')")]
    [InlineData("@($null)")]
    [InlineData("agent_a, $null")]
    [InlineData("agent_a, none")]
    [InlineData("none, none")]
    [InlineData("@(@('none'), 'agent_a')")]
    [InlineData("@('agent_a', @('none'))")]
    [InlineData("'agent_a;none'")]
    [InlineData("'agent_a;'")]
    [InlineData("101")]
    [InlineData("$true")]
    public async Task An_argument_that_is_no_agent_is_refused(string agents)
    {
        foreach (var parameter in new[] { "InboundAgent", "OutboundAgent" })
        {
            var error = await ConnectedPlatform.RefusalOfAsync($"Set-UponAiNumberAssignment 101 -{parameter} {agents}");

            Assert.StartsWith(
                "ParameterArgumentTransformationError",
                error.FullyQualifiedErrorId,
                StringComparison.Ordinal);
            Assert.Contains($"'{parameter}'", error.Message(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("$null")]
    [InlineData("''")]
    [InlineData("'maybe'")]
    public async Task TimeRouting_takes_nothing_but_true_and_false(string value) =>
        Assert.Contains(
            "'TimeRouting'",
            (await ConnectedPlatform.RefusalOfAsync(
                    $"Set-UponAiNumberAssignment 101 agent_a -TimeRouting {value}")).Message(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("$null")]
    [InlineData("''")]
    public async Task An_account_is_not_empty(string value) =>
        Assert.Contains(
            "'AccountSid'",
            (await ConnectedPlatform.RefusalOfAsync(
                    $"Set-UponAiNumberAssignment 101 agent_a -AccountSid {value}")).Message(),
            StringComparison.Ordinal);
}
