namespace UponAi.Tests;

public class RequestSummaryTests
{
    [Theory]
    [InlineData(200, 1, 12.4, "PUT /api/numbers/%2B14155550100/agent: 200, 1 attempt, 12 ms")]
    [InlineData(503, 5, 61000, "PUT /api/numbers/%2B14155550100/agent: 503, 5 attempts, 61000 ms")]
    [InlineData(null, 2, 0, "PUT /api/numbers/%2B14155550100/agent: no answer, 2 attempts, 0 ms")]
    public void Is_one_line(int? status, int attempts, double milliseconds, string line)
    {
        var summary = new RequestSummary("PUT", "/api/numbers/%2B14155550100/agent", status, attempts, TimeSpan.FromMilliseconds(milliseconds));

        Assert.Equal(line, summary.ToString());
    }

    [Fact]
    public void Comes_with_the_outcome_of_an_update()
    {
        var request = new RequestSummary("PUT", "/x", 200, 1, TimeSpan.Zero);
        var outcome = new UpdateOutcome { PhoneNumber = new PhoneNumber { Number = "101" }, Request = request };

        Assert.Same(request, outcome.Request);
        Assert.Equal("101", outcome.PhoneNumber.Number);
        Assert.Empty(outcome.Warnings);
        Assert.Null(outcome.ImportFailure);
    }
}
