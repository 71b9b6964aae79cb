namespace UponAi.Tests;

public sealed class JournalEntryTests
{
    [Theory]
    [InlineData(JournalOutcome.Succeeded, 1, null, true)]
    [InlineData(JournalOutcome.Unknown, null, null, true)]
    [InlineData(JournalOutcome.Failed, 1, "UponAi.Timeout", true)]
    [InlineData(JournalOutcome.Failed, 2, "UponAi.NotFound", true)]
    [InlineData(JournalOutcome.Failed, 1, "UponAi.NotFound", false)]
    [InlineData(JournalOutcome.Failed, null, "UponAi.NotFound", false)]
    [InlineData(JournalOutcome.Failed, 0, "UponAi.Timeout", false)]
    [InlineData(JournalOutcome.Unchanged, null, null, false)]
    public void A_number_may_have_changed_if_an_attempt_may_have_worked(
        JournalOutcome outcome, int? attempts, string? error, bool mayHaveChanged)
    {
        var entry = new JournalEntry
        {
            Time = default,
            Number = "101",
            Outcome = outcome,
            Attempts = attempts,
            Error = error,
            AccountSid = "AC1",
            WorkspaceId = 7,
            BaseUri = "https://api.example.com/",
        };

        Assert.Equal(mayHaveChanged, entry.MayHaveChanged);
    }
}
