using UponAi.PowerShell.Bulk;

namespace UponAi.PowerShell.UnitTests.Bulk;

/// <summary>A row of a run with its planned and its actual result.</summary>
internal sealed class StressedRow
{
    private int arrivals;
    private int sendings;
    private int finishings;

    /// <param name="place">The position of the row, from 1. The workspace of the request is this number.</param>
    internal StressedRow(int place, Fate fate, NumberId number, ChancePlatform platform, ChanceJournal journal)
    {
        (Place, Fate, Number) = (place, fate, number);
        Failure = new(fate == Fate.Unjournalled ? UponAiError.JournalFailed : UponAiError.RequestFailed, "No.");
        Outcome = fate == Fate.NotSent
            ? new BulkRow(place) { SkipReason = "Not sent." }
            : new RowRequest(platform, journal, Request(number, place), place);
    }

    private static JournalledRequest Request(NumberId number, int place) =>
        new(new NumberAssignment { Number = number, TimeRouting = true }, new NumberLocation("AC1", place));

    internal int Place { get; }

    internal Fate Fate { get; }

    internal NumberId Number { get; }

    internal BulkRow Outcome { get; }

    internal UpdateOutcome Answer { get; } =
        new() { PhoneNumber = new PhoneNumber(), Request = new RequestSummary("PUT", "/", 200, 1, TimeSpan.Zero) };

    /// <summary>Gets the error of the row. A journal that cannot be written keeps the row unsent.</summary>
    internal UponAiException Failure { get; }

    /// <summary>True after the queue has accepted the row.</summary>
    internal bool IsTaken { get; set; }

    internal void Arrive() => Interlocked.Increment(ref arrivals);

    internal void Send() => Interlocked.Increment(ref sendings);

    internal void Finish() => Interlocked.Increment(ref finishings);

    /// <summary>Checks the rules that hold after every run.</summary>
    internal void AssertEndedOnce()
    {
        Assert.True(
            Fate == Fate.NotSent || Outcome.Completion.IsCompleted == IsTaken,
            $"Row {Place} {(IsTaken ? "was taken and has not ended" : "was not taken and has ended")}.");
        Assert.True(
            arrivals <= 1 && arrivals == finishings && arrivals == (Fate == Fate.Unjournalled ? 0 : sendings),
            $"Row {Place} was journalled {sendings} times before, sent {arrivals} times, and journalled "
            + $"{finishings} times after.");
    }

    /// <summary>Checks the row when the queue returns it.</summary>
    internal void AssertAsPlanned()
    {
        Assert.True(Outcome.Completion.IsCompleted);
        Assert.Equal(Fate is Fate.NotSent or Fate.Unjournalled ? 0 : 1, arrivals);
        Assert.Same(
            Fate is Fate.Answered or Fate.AnsweredAtOnce or Fate.Deaf or Fate.AnsweredUnjournalled
                or Fate.AnsweredJournalBroken or Fate.Together
                ? Answer
                : null,
            Outcome.Update);
        if (Fate == Fate.AnsweredJournalBroken)
            Assert.Same(Failure.Message, Outcome.JournalError!.InnerException!.Message);
        else Assert.Same(Fate == Fate.AnsweredUnjournalled ? Failure : null, Outcome.JournalError);
        if (Fate is Fate.Broken or Fate.BrokenAtOnce)
            Assert.Same(Failure.Message, Outcome.Error!.InnerException!.Message);
        else Assert.Same(Fate is Fate.Refused or Fate.Unjournalled ? Failure : null, Outcome.Error);
    }
}
