using UponAi.PowerShell.Bulk;

namespace UponAi.PowerShell.UnitTests.Bulk;

/// <summary>Tests that a row ends with an error whatever its journal throws.</summary>
public sealed class RowRequestTests
{
    [Fact]
    public async Task An_unexpected_exception_of_the_journal_becomes_an_error_and_the_row_ends()
    {
        StressedRow? row = null;
        using var platform = new ChancePlatform(seed: 1, most: 1, _ => row!, _ => { });
        using var journal = new ChanceJournal(_ => row!);
        row = new StressedRow(1, Fate.AnsweredJournalBroken, NumberId.Parse("101"), platform, journal);
        var hasEnded = false;

        var request = (RowRequest)row.Outcome;
        request.Start(new RequestSlots(1), () => hasEnded = true, CancellationToken.None);
        await request.Completion;

        Assert.True(hasEnded);
        Assert.Same(row.Answer, request.Update);
        Assert.Equal(UponAiError.JournalFailed, request.JournalError!.Error);
        Assert.Contains("101", request.JournalError.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(request.JournalError.InnerException);
    }
}
