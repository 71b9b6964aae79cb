namespace UponAi.PowerShell.UnitTests.Stress;

/// <summary>Counts, and cannot write where the row's fate is so.</summary>
internal sealed class ChanceJournal(Func<NumberLocation, StressedRow> rowOf) : IUpdateJournal
{
    public bool IsDone(NumberAssignment assignment, NumberLocation scope) => false;

    public void Starting(NumberAssignment assignment, NumberLocation scope) => rowOf(scope).IsTaken = true;

    public void Sending(NumberAssignment assignment, NumberLocation scope)
    {
        var row = rowOf(scope);
        row.Send();
        if (row.Fate == Fate.Unjournalled) throw row.Failure;
    }

    public void Finished(NumberAssignment assignment, NumberLocation scope, JournalOutcome outcome, int? statusCode, UponAiError? failure)
    {
        var row = rowOf(scope);
        row.Finish();
        if (row.Fate == Fate.AnsweredUnjournalled) throw row.Failure;
    }

    public void Dispose()
    {
        // Holds nothing.
    }
}
