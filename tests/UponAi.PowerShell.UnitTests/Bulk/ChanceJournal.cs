namespace UponAi.PowerShell.UnitTests.Bulk;

/// <summary>A journal that counts its calls, and fails if the fate of a row says so.</summary>
internal sealed class ChanceJournal(Func<NumberLocation, StressedRow> rowOf) : IUpdateJournal
{
    public void AddCurrentNumbers(string accountSid, IEnumerable<PhoneNumber> numbers)
    {
        // The tests do not read the earlier values.
    }

    public bool IsDone(JournalledRequest request) => false;

    public void Begin(JournalledRequest request) => rowOf(request.Location).IsTaken = true;

    public void RecordSending(JournalledRequest request)
    {
        var row = rowOf(request.Location);
        row.Send();
        if (row.Fate == Fate.Unjournalled) throw row.Failure;
    }

    public void RecordOutcome(
        JournalledRequest request,
        JournalOutcome outcome,
        RequestSummary? summary,
        PhoneNumber? after,
        UponAiException? failure)
    {
        var row = rowOf(request.Location);
        row.Finish();
        if (row.Fate == Fate.AnsweredUnjournalled) throw row.Failure;
        if (row.Fate == Fate.AnsweredJournalBroken) throw new InvalidOperationException(row.Failure.Message);
    }

    public void Dispose()
    {
        // Has no resources.
    }
}
