namespace UponAi.PowerShell.Bulk;

/// <summary>
/// Runs the requests of rows as tasks, and returns the rows in input order. A slow row delays the results of later
/// rows, but not their requests. All members are called on the pipeline thread.
/// </summary>
/// <param name="throttleLimit">The maximum number of requests in flight.</param>
/// <param name="finished">Called for each row with its result, in input order.</param>
/// <param name="whileWaiting">Called several times a second while the pipeline thread waits.</param>
/// <param name="stopping">Cancelled when the command stops. Ends the wait and the requests.</param>
internal sealed class OrderedRequestQueue(
    int throttleLimit, Action<BulkRow> finished, Action whileWaiting, CancellationToken stopping)
{
    // A result can wait this long unnoticed. Meanwhile more rows finish, and the thread wakes up once for all of them.
    private const int BatchDelayMilliseconds = 10;

    private const int WaitMilliseconds = 200;

    // Rows that were read ahead keep the slots busy. More of them would only cost memory and garbage collection.
    private const int ReadAheadFactor = 2;

    // The maximum number of rows that wait for a retry or for an earlier row of their number. They hold no slot.
    private const int MaxWaitingRows = 4096;

    // Finished rows behind a slow row take about a kilobyte each, at most 64 MiB together.
    private const int MaxRows = 65_536;

    // When a slow row ends, thousands of later rows may be finished. New rows are read between batches of results, so
    // that requests continue.
    private const int ResultBatch = 64;

    private readonly Queue<BulkRow> rows = new();
    private readonly RequestSlots slots = new(throttleLimit);
    private int unfinished;

    /// <summary>Waits for room, adds the row, starts its request, and returns finished rows.</summary>
    /// <exception cref="OperationCanceledException">The command stops.</exception>
    internal void Add(BulkRow row)
    {
        while (!HasRoom())
        {
            slots.WaitForRoom(HasRoom, BatchDelayMilliseconds);
            stopping.ThrowIfCancellationRequested();
            ReturnFinished();
            whileWaiting();
        }

        stopping.ThrowIfCancellationRequested();
        rows.Enqueue(row);
        if (row is RowRequest request) Start(request);

        // With a limit of 1, each result comes before the next row is read.
        if (throttleLimit == 1) Drain();
        else ReturnFinished();
    }

    /// <summary>Waits for the remaining requests, and returns their rows.</summary>
    /// <exception cref="OperationCanceledException">The command stops.</exception>
    internal void Drain()
    {
        while (rows.Count > 0)
        {
            var completion = rows.Peek().Completion;
            while (!completion.Wait(WaitMilliseconds, stopping)) whileWaiting();
            ReturnFirst();
        }
    }

    /// <summary>Waits a limited time for the cancelled requests.</summary>
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

    private void ReturnFinished()
    {
        for (var i = 0; i < ResultBatch && rows.Count > 0 && rows.Peek().Completion.IsCompleted; i++) ReturnFirst();
    }

    private void ReturnFirst()
    {
        stopping.ThrowIfCancellationRequested();
        finished(rows.Dequeue());
    }
}
