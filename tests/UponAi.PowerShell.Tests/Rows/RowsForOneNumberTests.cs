using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Rows;

/// <summary>Tests rows from the pipeline beside -Number, which gives the number for the change of a row.</summary>
public sealed class RowsForOneNumberTests
{
    private const string Rows = "'101', '102', '103' | ForEach-Object "
        + "{ [pscustomobject]@{ Number = $_; InboundAgents = 'agent_a' } }";

    [Theory]
    [InlineData("Set-UponAiNumberAssignment 107")]
    [InlineData("Set-UponAiNumberAssignment 107, 108 -InboundAgent agent_b")]
    [InlineData("Clear-UponAiNumberAssignment 107 -Inbound -Confirm:$false")]
    public async Task Several_rows_do_not_change_one_number_in_turn(string command)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync($"{Rows} | {command}");

        Assert.Equal(3, outcome.Errors.Count);
        Assert.All(outcome.Errors, error => Assert.Equal("UponAi.InvalidNumber", error.Id()));
        Assert.All(
            outcome.Errors,
            error => Assert.StartsWith(
                "The row was not sent: -Number gives the number, but several rows with numbers came through",
                error.Message(),
                StringComparison.Ordinal));
        Assert.Equal(
            ["101", "102", "103"],
            outcome.Errors.Select(
                error => PSObject.AsPSObject(error.TargetObject).Properties["Number"].Value.ToString()));
        Assert.Empty(platform.Server.Requests);
    }

    [Fact]
    public async Task A_row_beside_an_unreadable_row_does_not_change_the_number()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            "@{ Number = '101'; InboundAgents = 'agent a' }, @{ Number = '102'; InboundAgents = 'agent_a' } | "
            + "Set-UponAiNumberAssignment 107");

        Assert.Equal(2, outcome.Errors.Count);
        Assert.Empty(platform.Server.Requests);
    }

    [Fact]
    public async Task A_single_row_gives_the_change_for_each_number()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            "[pscustomobject]@{ Number = '101'; InboundAgents = 'agent_a' } | Set-UponAiNumberAssignment 107, 108");

        Assert.Empty(outcome.Errors);
        Assert.Equal(2, platform.Server.Requests.Count);
    }

    [Theory]
    [InlineData("'101', '102' | Set-UponAiNumberAssignment agent_0ccb5a6e1f2d4c3b8a7968574d")]
    [InlineData(Rows + " | Set-UponAiNumberAssignment agent_0ccb5a6e1f2d4c3b8a7968574d")]
    [InlineData(Rows + " | Clear-UponAiNumberAssignment agent_0ccb5a6e1f2d4c3b8a7968574d -Inbound -Confirm:$false")]
    public async Task An_agent_in_the_place_of_the_number_is_named(string command)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(command);

        Assert.Contains(
            "it is an agent. Give the number first and then the agent, or name the parameter of the agent.",
            outcome.Errors[0].Message(),
            StringComparison.Ordinal);
        Assert.Empty(platform.Server.Requests);
    }
}
