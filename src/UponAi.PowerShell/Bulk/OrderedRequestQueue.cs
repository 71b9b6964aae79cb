namespace UponAi.PowerShell.Bulk;

/// <summary>
/// Joins the pipeline thread with requests that run as tasks, and hands the rows out in their order. A slow row
/// delays the results of the rows behind it, but not their requests. Everything but the requests themselves runs on
/// the pipeline thread.
/// </summary>
/// <param name="throttleLimit">How many requests may be in flight.</param>
/// <param name="finished">Called with each row that has ended, in the order of the rows.</param>
/// <param name="whileWaiting">Called now and then while the pipeline thread waits.</param>
/// <param name="stopping">Cancelled when the command stops: ends the waiting and the requests.</param>
internal sealed class OrderedRequestQueue(
    int throttleLimit, Action<RowOutcome> finished, Action whileWaiting, CancellationToken stopping)
{
    // How long a finished row may wait for more: nobody sees it, and one waking serves many rows.
    private const int BatchDelayMilliseconds = 10;

    // How often the pipeline thread looks up while it waits.
    private const int LookMilliseconds = 200;

    // Rows that are read ahead keep the slots busy. The garbage collector has to look at each of them, so they are few.
    private const int ReadAheadFactor = 2;

    // Rows that wait for a retry, or for another row for their number, take no slot from the others.
    private const int MaxWaitingRows = 4096;

    // Finished rows that wait for a slow one take about a kilobyte each, so these are about 64 MiB.
    private const int MaxRows = 65_536;

    // After a slow row many others are finished. Between them new rows are read, so that sending goes on.
    private const int HandOutBatch = 64;

    private readonly Queue<RowOutcome> rows = new();
    private readonly RequestSlots slots = new(throttleLimit);
    private int unfinished;

    /// <summary>Waits for room, starts the row's request, where it has one, and hands out what has finished.</summary>
    /// <exception cref="OperationCanceledException">The command stops.</exception>
    internal void Add(RowOutcome row)
    {
        while (!HasRoom())
        {
            slots.WaitForRoom(HasRoom, BatchDelayMilliseconds);
            stopping.ThrowIfCancellationRequested();
            HandOutFinished();
            whileWaiting();
        }

        stopping.ThrowIfCancellationRequested();
        rows.Enqueue(row);
        if (row is RowRequest request) Start(request);

        // One at a time means that a row's result is there before the next row is taken.
        if (throttleLimit == 1) Drain();
        else HandOutFinished();
    }

    /// <summary>Waits for the requests that are left, and hands out their rows.</summary>
    /// <exception cref="OperationCanceledException">The command stops.</exception>
    internal void Drain()
    {
        while (rows.Count > 0)
        {
            var completion = rows.Peek().Completion;
            while (!completion.Wait(LookMilliseconds, stopping)) whileWaiting();
            HandOut();
        }
    }

    /// <summary>Waits a short time for the requests that were cancelled.</summary>
    internal void CancelAndWait(TimeSpan time) =>
        Task.WaitAll([.. rows.Select(row => row.Completion).Where(completion => !completion.IsCompleted)], time);

    private bool HasRoom() =>
        slots.Pending < ReadAheadFactor * throttleLimit
        && Volatile.Read(ref unfinished) < MaxWaitingRows
        && rows.Count < MaxRows;

    private void Start(RowRequest request)
    {
        Interlocked.Increment(ref unfinished);
        request.Start(slots, () => Interlocked.Decrement(ref unfinished), stopping);
    }

    private void HandOutFinished()
    {
        for (var i = 0; i < HandOutBatch && rows.Count > 0 && rows.Peek().Completion.IsCompleted; i++) HandOut();
    }

    private void HandOut()
    {
        stopping.ThrowIfCancellationRequested();
        finished(rows.Dequeue());
    }
}
