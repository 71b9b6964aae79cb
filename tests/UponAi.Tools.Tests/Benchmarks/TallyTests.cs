using System.Management.Automation;
using UponAi.Benchmarks.Engine;
using UponAi.Benchmarks.Soak;

namespace UponAi.Tools.Tests.Benchmarks;

/// <summary>Tests that the tally notices a row that is lost, doubled or out of order.</summary>
public sealed class TallyTests
{
    private static readonly string[] Rows = ["101", "102", "103"];

    [Theory]
    [InlineData("101 102 103", "", 0, 0)]
    [InlineData("101 103", "102", 0, 0)]
    [InlineData("", "103 101 102", 0, 0)]
    [InlineData("101 103", "", 1, 0)]
    [InlineData("101 102 103 103", "", 1, 1)]
    [InlineData("101 102 103", "102", 1, 0)]
    [InlineData("101 102 103 104", "", 1, 1)]
    [InlineData("101 103 102", "", 0, 1)]
    [InlineData("", "", 3, 0)]
    public void Each_row_has_to_end_once_and_results_in_their_places(
        string succeeded, string failed, int lostOrDoubled, int outOfOrder)
    {
        var tally = new Tally();

        tally.Count("Set", Rows, Result(succeeded, failed));

        Assert.Equal((3, 3), (tally.Total, tally.Rows["Set"]));
        Assert.Equal((lostOrDoubled, outOfOrder), (tally.LostOrDoubled, tally.OutOfOrder));
        Assert.Equal(Split(failed).Length, tally.Failed);
    }

    [Fact]
    public void The_first_problem_is_kept()
    {
        var tally = new Tally();

        tally.Count("Set", Rows, Result("101 102 103", ""));
        Assert.Null(tally.FirstProblem);
        tally.Count("Set", Rows, Result("101 102", "103"));
        tally.CountWrong("later");

        Assert.Equal("Set: no 103", tally.FirstProblem);
        Assert.Equal(1, tally.Wrong);
    }

    private static EngineResult Result(string succeeded, string failed) => new(
        [.. Split(succeeded).Select(Row)],
        [.. Split(failed).Select(
                number =>
                    new ErrorRecord(
                        new InvalidOperationException($"no {number}"), "No", ErrorCategory.NotSpecified, Row(number)))],
        []);

    private static string[] Split(string numbers) => numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static PSObject Row(string number)
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Number", number));
        return row;
    }
}
