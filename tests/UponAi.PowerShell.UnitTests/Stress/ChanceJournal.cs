namespace UponAi.PowerShell.UnitTests.Stress;

/// <summary>Counts, and cannot write where the row's fate is so.</summary>
internal sealed class ChanceJournal(Func<AssignmentScope, StressedRow> rowOf) : IUpdateJournal
{
    public bool IsDone(NumberAssignment assignment, AssignmentScope scope) => false;

    public void Starting(NumberAssignment assignment, AssignmentScope scope) => rowOf(scope).IsTaken = true;

    public void Sending(NumberAssignment assignment, AssignmentScope scope)
    {
        var row = rowOf(scope);
        row.Send();
        if (row.Fate == Fate.Unjournalled) throw row.Failure;
    }

    public void Finished(NumberAssignment assignment, AssignmentScope scope, JournalOutcome outcome, int? statusCode, UponAiError? failure)
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
