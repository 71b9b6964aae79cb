using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Parameters;

/// <summary>Tests arguments of -Number that are not text.</summary>
public sealed class NumberArgumentTests
{
    [Theory]
    [InlineData("0101", "0101")]
    [InlineData("101", "101")]
    [InlineData("14155550100", "14155550100")]
    [InlineData("([long]101)", "101")]
    [InlineData("(101.0)", "101")]
    [InlineData("([pscustomobject]@{ Number = 101; Site = 'x' })", "101")]
    public async Task A_whole_number_is_taken_as_it_was_typed(string argument, string number)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync($"Set-UponAiNumberAssignment {argument} agent_a");

        Assert.Equal([number], platform.Numbers);
    }

    [Theory]
    [InlineData("@{ Number = '101' }")]
    [InlineData("([pscustomobject]@{ Numbers = '101' })")]
    [InlineData("$true")]
    [InlineData("([timespan]::Zero)")]
    [InlineData("1.5")]
    [InlineData("1.41556E+10")]
    [InlineData("@(, @('101', '102'))")]
    public async Task An_object_that_is_no_number_is_refused_and_not_sent_as_its_type_name(string number) =>
        Assert.Contains(
            "is not a phone number or an extension",
            (await ConnectedPlatform.RefusalOfAsync(
                    $"Set-UponAiNumberAssignment -Number {number} -InboundAgent agent_a")).Message(),
            StringComparison.Ordinal);
}
