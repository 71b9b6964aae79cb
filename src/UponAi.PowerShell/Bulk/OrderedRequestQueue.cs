namespace UponAi.PowerShell.Bulk;

/// <summary>
/// Runs the requests of the rows of a <see cref="BulkRun"/> as tasks, and emits the rows in input order. A slow row
/// delays the results of later rows, but not their requests. The pipeline thread calls all members. Only the count of
/// unfinished rows also changes on other threads.
/// </summary>
/// <param name="throttleLimit">The maximum number of requests in flight.</param>
/// <param name="emit">Called for each row with its result, in input order.</param>
/// <param name="whileWaiting">Called at least every 200 milliseconds while the pipeline thread waits.</param>
/// <param name="stopping">Cancelled when the command stops. Ends the wait and the requests.</param>
internal sealed class OrderedRequestQueue(
    int throttleLimit, Action<BulkRow> emit, Action whileWaiting, CancellationToken stopping)
{
    // A result can wait this long unnoticed. Meanwhile more rows finish, and the thread wakes up once for all of them.
    private const int BatchDelayMilliseconds = 10;

    // The progress bar changes at most this often.
    private const int ProgressMilliseconds = 200;

    // Rows that were read ahead keep the slots busy. More of them would only cost memory and garbage collection.
    private const int ReadAheadFactor = 2;

    // A row holds no slot while it waits for a retry or an earlier row of its number. The slots do not limit such rows.
    private const int MaxUnfinishedRows = 4096;

    // Finished rows behind a slow row take about a kilobyte each, at most 64 MiB together.
    private const int MaxRows = 65_536;

    // When a slow row ends, thousands of later rows may be finished. New rows are read between batches of results, so
    // that requests continue.
    private const int ResultBatch = 64;

    private readonly Queue<BulkRow> rows = new();
    private readonly RequestSlots slots = new(throttleLimit);
    private int unfinished;

    /// <summary>Waits for room, adds the row, starts its request, and emits finished rows.</summary>
    /// <exception cref="OperationCanceledException">The command stops.</exception>
    internal void Add(BulkRow row)
    {
        while (!HasRoom())
        {
            slots.WaitForRoom(HasRoom, BatchDelayMilliseconds);
            stopping.ThrowIfCancellationRequested();
            EmitFinished();
            whileWaiting();
        }

        stopping.ThrowIfCancellationRequested();
        rows.Enqueue(row);
        if (row is RowRequest request) Start(request);

        // With a limit of 1, each result comes before the next row is read.
        if (throttleLimit == 1) Drain();
        else EmitFinished();
    }

    /// <summary>Waits for the remaining requests, and emits their rows.</summary>
    /// <exception cref="OperationCanceledException">The command stops.</exception>
    internal void Drain()
    {
        while (rows.Count > 0)
        {
            var completion = rows.Peek().Completion;
            while (!completion.Wait(ProgressMilliseconds, stopping)) whileWaiting();
            EmitFirst();
        }
    }

    /// <summary>Waits a limited time for the end of the requests, which the caller has cancelled.</summary>
    internal void WaitForCancelled(TimeSpan timeout) =>
        Task.WaitAll([.. rows.Select(row => row.Completion).Where(completion => !completion.IsCompleted)], timeout);

    private bool HasRoom() =>
        slots.Pending < ReadAheadFactor * throttleLimit
        && Volatile.Read(ref unfinished) < MaxUnfinishedRows
        && rows.Count < MaxRows;

    private void Start(RowRequest request)
    {
        Interlocked.Increment(ref unfinished);
        request.Start(slots, () => Interlocked.Decrement(ref unfinished), stopping);
    }

    private void EmitFinished()
    {
        for (var i = 0; i < ResultBatch && rows.Count > 0 && rows.Peek().Completion.IsCompleted; i++) EmitFirst();
    }

    private void EmitFirst()
    {
        stopping.ThrowIfCancellationRequested();
        emit(rows.Dequeue());
    }
}
