using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Formatting;

/// <summary>Tests that stored objects contain their own properties, and nothing that only a view needs.</summary>
public sealed class StoredMembersTests
{
    private const string Names = "@($_.PSObject.Properties | ForEach-Object { $_.Name }) -join ','";

    [Fact]
    public async Task A_phone_number_is_stored_with_all_of_its_properties_and_nothing_else()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            $$"""
            $live = Set-UponAiNumberAssignment 101 agent_a
            $xml = [Management.Automation.PSSerializer]::Serialize($live)
            $stored = [Management.Automation.PSSerializer]::Deserialize($xml)
            $again = [Management.Automation.PSSerializer]::Deserialize(
                [Management.Automation.PSSerializer]::Serialize($stored))
            $live, $stored, $again | ForEach-Object { {{Names}} }
            @([UponAi.PhoneNumber].GetProperties([System.Reflection.BindingFlags]'Instance, Public') |
                ForEach-Object { $_.Name }) -join ','
            """);

        Assert.Empty(outcome.Errors);
        Assert.Equal(4, outcome.Texts.Count);
        Assert.Single(outcome.Texts.Distinct());
    }

    [Fact]
    public async Task A_comparison_is_stored_with_all_of_its_properties_and_nothing_else()
    {
        await using var platform = await ListingPlatform.OfAsync(ListingPlatform.Number("101"));

        var outcome = await platform.RunAsync(
            $$"""
            $live = @{ Number = '101'; InboundAgents = 'agent_a' } | Compare-UponAiNumberAssignment
            $stored = [Management.Automation.PSSerializer]::Deserialize(
                [Management.Automation.PSSerializer]::Serialize($live))
            $live, $stored | ForEach-Object { {{Names}} }
            @([UponAi.NumberComparison].GetProperties([System.Reflection.BindingFlags]'Instance, Public') |
                ForEach-Object { $_.Name }) -join ','
            """);

        Assert.Empty(outcome.Errors);
        Assert.Equal(3, outcome.Texts.Count);
        Assert.Single(outcome.Texts.Distinct());
    }
}
