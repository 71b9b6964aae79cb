namespace UponAi.PowerShell.Bulk;

/// <summary>
/// Joins the pipeline thread with requests that run as tasks: so many in flight, outcomes in the order of the rows, two for one number
/// never at once. Everything but the requests themselves runs on the pipeline thread.
/// </summary>
/// <param name="throttleLimit">How many requests may be in flight.</param>
/// <param name="whileWaiting">Called on the pipeline thread now and then while it waits.</param>
/// <param name="stopping">Cancelled when the command stops: ends the waiting and the requests.</param>
internal sealed class RequestWindow(int throttleLimit, Action whileWaiting, CancellationToken stopping)
{
    // How long what has finished may wait for more: nobody sees it, and one waking serves many rows.
    private const int Moment = 10;

    // How often the pipeline thread looks up while it waits.
    private const int Glance = 200;

    // A slow request at the head lets others finish behind it, and rows read ahead keep the lanes busy; no more than these.
    private readonly int capacity = throttleLimit * 16;
    private readonly Queue<RowOutcome> rows = new();
    private readonly Dictionary<NumberId, Task> lastOfNumber = [];
    private readonly RequestLanes lanes = new(throttleLimit);

    /// <summary>Starts a row's request, after waiting for room; hands out what has finished meanwhile.</summary>
    /// <exception cref="OperationCanceledException">The command stops.</exception>
    internal IEnumerable<RowOutcome> Start(RowRequest request)
    {
        foreach (var finished in MakeRoom()) yield return finished;
        lastOfNumber.TryGetValue(request.Number, out var before);
        var row = request.Start(before, lanes, stopping);
        lastOfNumber[request.Number] = row.Completion;
        foreach (var finished in Enqueue(row)) yield return finished;
    }

    /// <summary>Puts a row that needs no request into its place; hands out what has finished.</summary>
    /// <exception cref="OperationCanceledException">The command stops.</exception>
    internal IEnumerable<RowOutcome> Put(RowOutcome row)
    {
        foreach (var finished in MakeRoom()) yield return finished;
        foreach (var finished in Enqueue(row)) yield return finished;
    }

    /// <summary>Waits for the requests that are left.</summary>
    /// <exception cref="OperationCanceledException">The command stops.</exception>
    internal IEnumerable<RowOutcome> Drain()
    {
        while (rows.Count > 0) yield return Next();
    }

    /// <summary>Gives the requests that were cancelled a moment to end.</summary>
    internal void Abandon(TimeSpan moment) => Task.WaitAll([.. rows.Select(row => row.Completion)], moment);

    private IEnumerable<RowOutcome> MakeRoom()
    {
        while (rows.Count >= capacity)
        {
            yield return Next();
            rows.ElementAt(capacity / 2).Completion.Wait(Moment, stopping);
            foreach (var finished in Finished()) yield return finished;
        }
    }

    private IEnumerable<RowOutcome> Enqueue(RowOutcome row)
    {
        rows.Enqueue(row);
        return Finished();
    }

    private IEnumerable<RowOutcome> Finished()
    {
        while (rows.Count > 0 && rows.Peek().Completion.IsCompleted) yield return Next();
    }

    private RowOutcome Next()
    {
        var completion = rows.Peek().Completion;
        while (!completion.Wait(Glance, stopping)) whileWaiting();
        stopping.ThrowIfCancellationRequested();
        var row = rows.Dequeue();
        if (row.Number is { } number && lastOfNumber.TryGetValue(number, out var last) && last == completion) lastOfNumber.Remove(number);
        return row;
    }
}
