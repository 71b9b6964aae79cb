namespace UponAi.Tests;

public class UponAiExceptionTests
{
    [Fact]
    public void The_ids_that_scripts_match_on_are_these()
    {
        string[] ids =
        [
            "UponAi.InvalidAssignment", "UponAi.Unauthorized", "UponAi.Forbidden", "UponAi.NotFound", "UponAi.Timeout",
                "UponAi.RateLimited",
            "UponAi.ServiceUnavailable", "UponAi.RequestFailed", "UponAi.ConnectionFailed", "UponAi.TlsFailed",
                "UponAi.InvalidResponse",
            "UponAi.UpdateRejected", "UponAi.PlatformImportFailed", "UponAi.InvalidNumber", "UponAi.InvalidAgentRef",
                "UponAi.InvalidAgentSplit",
            "UponAi.InvalidWebhookUrl", "UponAi.NothingToSet", "UponAi.NotConnected", "UponAi.InvalidAccountSid",
                "UponAi.InvalidBaseUri", "UponAi.InvalidToken", "UponAi.InvalidRow",
            "UponAi.VersionRequired", "UponAi.UnknownAgent", "UponAi.ChangedSince", "UponAi.InvalidJournal",
            "UponAi.JournalInUse", "UponAi.JournalFailed", "UponAi.InvalidPlan",
                "UponAi.PlanNotWritten",
        ];

        Assert.Equal(ids, Enum.GetValues<UponAiError>().Select(error => new UponAiException(error, "why").ErrorId));
    }

    [Fact]
    public void Tells_what_went_wrong_and_what_caused_it()
    {
        var cause = new TimeoutException();
        var error = new UponAiException(UponAiError.Timeout, "No answer in 30 s.", cause);

        Assert.Equal(UponAiError.Timeout, error.Error);
        Assert.Equal("No answer in 30 s.", error.Message);
        Assert.Same(cause, error.InnerException);
    }

    [Fact]
    public void Has_a_status_where_the_platform_answered()
    {
        var answered = new UponAiException(
            UponAiError.NotFound, "why") { Request = new RequestSummary("PUT", "/x", 404, 1, TimeSpan.Zero) };
        var unanswered = new UponAiException(
            UponAiError.Timeout, "why") { Request = new RequestSummary("PUT", "/x", null, 5, TimeSpan.Zero) };
        var unsent = new UponAiException(UponAiError.InvalidNumber, "why");

        Assert.Equal(404, answered.StatusCode);
        Assert.Null(unanswered.StatusCode);
        Assert.Null(unsent.StatusCode);
        Assert.Null(unsent.Request);
    }
}

public class RequestSummaryTests
{
    [Theory]
    [InlineData(200, 1, 12.4, "PUT /api/numbers/%2B14155550100/agent: 200, 1 attempt, 12 ms")]
    [InlineData(503, 5, 61000, "PUT /api/numbers/%2B14155550100/agent: 503, 5 attempts, 61000 ms")]
    [InlineData(null, 2, 0, "PUT /api/numbers/%2B14155550100/agent: no response, 2 attempts, 0 ms")]
    public void Is_one_line(int? status, int attempts, double milliseconds, string line)
    {
        var summary = new RequestSummary(
            "PUT", "/api/numbers/%2B14155550100/agent", status, attempts, TimeSpan.FromMilliseconds(milliseconds));

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
