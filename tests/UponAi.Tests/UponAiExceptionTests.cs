namespace UponAi.Tests;

public class UponAiExceptionTests
{
    [Fact]
    public void The_ids_that_scripts_match_on_are_these()
    {
        string[] ids =
        [
            "UponAi.InvalidAssignment", "UponAi.Unauthorized", "UponAi.Forbidden", "UponAi.NotFound", "UponAi.Timeout", "UponAi.RateLimited",
            "UponAi.ServiceUnavailable", "UponAi.RequestFailed", "UponAi.ConnectionFailed", "UponAi.TlsFailed", "UponAi.InvalidResponse",
            "UponAi.UpdateRejected", "UponAi.PlatformImportFailed", "UponAi.InvalidNumber", "UponAi.InvalidAgentRef", "UponAi.InvalidAgentSplit",
            "UponAi.InvalidWebhookUrl", "UponAi.NothingToSet", "UponAi.NotConnected", "UponAi.InvalidAccountSid", "UponAi.InvalidBaseUri", "UponAi.InvalidToken", "UponAi.InvalidRow",
            "UponAi.InvalidJournal", "UponAi.JournalInUse", "UponAi.JournalFailed", "UponAi.InvalidPlan", "UponAi.PlanNotWritten",
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
        var answered = new UponAiException(UponAiError.NotFound, "why") { Request = new RequestSummary("PUT", "/x", 404, 1, TimeSpan.Zero) };
        var unanswered = new UponAiException(UponAiError.Timeout, "why") { Request = new RequestSummary("PUT", "/x", null, 5, TimeSpan.Zero) };
        var unsent = new UponAiException(UponAiError.InvalidNumber, "why");

        Assert.Equal(404, answered.StatusCode);
        Assert.Null(unanswered.StatusCode);
        Assert.Null(unsent.StatusCode);
        Assert.Null(unsent.Request);
    }
}
