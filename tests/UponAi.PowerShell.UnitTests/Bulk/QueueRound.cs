using System.Globalization;
using UponAi.PowerShell.Bulk;

namespace UponAi.PowerShell.UnitTests.Bulk;

/// <summary>One run through the queue. The thread of the run stands for the pipeline thread.</summary>
internal sealed class QueueRound : IDisposable
{
    private const int MostRows = 40;
    private const int MostLanes = 6;
    private const int MostNumbers = 8;

    private readonly List<StressedRow> rows = [];
    private readonly List<int> handedOut = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly ChancePlatform platform;
    private readonly ChanceJournal journal;
    private readonly OrderedRequestQueue queue;
    private readonly RoundEnding ending;
    private readonly int lanes;
    private readonly int moment;
    private Task stoppingBeside = Task.CompletedTask;

    internal QueueRound(int seed)
    {
        var chance = new Random(seed);
        lanes = chance.Next(1, MostLanes + 1);
        ending = chance.Next(3) == 0 ? RoundEnding.Whole : (RoundEnding)chance.Next((int)RoundEnding.BrokenBefore + 1);
        platform = new ChancePlatform(seed, lanes, RowOf, arrived => StopIf(RoundEnding.StoppedByARequest, arrived));
        journal = new ChanceJournal(RowOf);
        queue = new OrderedRequestQueue(lanes, HandOut, () => { }, stopping.Token);

        var count = chance.Next(MostRows + 1);
        var numbers = chance.Next(1, MostNumbers + 1);
        moment = chance.Next(1, count + 2);
        for (var i = 0; i < count; i++) Plan((Fate)chance.Next((int)Fate.Together), chance.Next(numbers));
    }

    internal async Task RunAsync()
    {
        var isWhole = Work();
        if (ending == RoundEnding.Whole) Fill();

        // The same steps as at the end of a command.
        await stopping.CancelAsync();
        queue.WaitForCancelled(TimeSpan.FromMinutes(1));
        await stoppingBeside;

        Assert.Null(platform.BrokenRule);
        Assert.Equal(0, platform.InFlight);
        Assert.Equal(Enumerable.Range(1, isWhole ? rows.Count : handedOut.Count), handedOut);
        foreach (var row in rows) row.AssertEndedOnce();
    }

    public void Dispose()
    {
        stopping.Dispose();
        platform.Dispose();
        journal.Dispose();
    }

    /// <returns>True if all rows were returned.</returns>
    private bool Work()
    {
        try
        {
            foreach (var row in rows.ToList()) Add(row);
            queue.Drain();
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }
        catch (EndOfStreamException)
        {
            return false;
        }
    }

    /// <summary>
    /// Afterwards all slots must be free: this number of requests gets its responses together, or never.
    /// </summary>
    private void Fill()
    {
        for (var i = 0; i < lanes; i++) queue.Add(Plan(Fate.Together, i).Outcome);
        queue.Drain();
    }

    private void Add(StressedRow row)
    {
        if (ending == RoundEnding.BrokenBefore && row.Place == moment) throw new EndOfStreamException();
        if (ending == RoundEnding.StoppedBeside && row.Place == moment) stoppingBeside = Task.Run(stopping.Cancel);
        queue.Add(row.Outcome);
    }

    private void HandOut(BulkRow outcome)
    {
        var place = (int)outcome.Target!;
        rows[place - 1].AssertAsPlanned();
        handedOut.Add(place);
        if (ending == RoundEnding.BrokenBehind && handedOut.Count == moment) throw new EndOfStreamException();
    }

    private StressedRow Plan(Fate fate, int number)
    {
        var row = new StressedRow(
            rows.Count + 1, fate, NumberId.Parse((101 + number).ToString(CultureInfo.InvariantCulture)), platform,
            journal);
        rows.Add(row);
        return row;
    }

    private StressedRow RowOf(NumberLocation scope) => rows[scope.WorkspaceId - 1];

    private void StopIf(RoundEnding by, int now)
    {
        if (ending == by && now == moment) stopping.Cancel();
    }
}
