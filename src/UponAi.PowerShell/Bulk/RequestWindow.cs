namespace UponAi.PowerShell.Bulk;

/// <summary>
/// Joins the pipeline thread with requests that run as tasks: so many in flight, outcomes in the order of the rows, two for one number
/// never at once. Everything but the requests themselves runs on the pipeline thread.
/// </summary>
/// <param name="throttleLimit">How many requests may be in flight.</param>
/// <param name="finished">Called with each row that has ended, in the order of the rows.</param>
/// <param name="whileWaiting">Called now and then while the pipeline thread waits.</param>
/// <param name="stopping">Cancelled when the command stops: ends the waiting and the requests.</param>
internal sealed class RequestWindow(int throttleLimit, Action<RowOutcome> finished, Action whileWaiting, CancellationToken stopping)
{
    // How long what has finished may wait for more: nobody sees it, and one waking serves many rows.
    private const int Moment = 10;

    // How often the pipeline thread looks up while it waits.
    private const int Glance = 200;

    // A slow request at the head lets others finish behind it, and rows read ahead keep the lanes busy; no more than these, as the
    // garbage collector has to keep each of them.
    private readonly int capacity = throttleLimit * 8;
    private readonly Queue<RowOutcome> rows = new();
    private readonly Dictionary<NumberId, Task> lastOfNumber = [];
    private readonly RequestLanes lanes = new(throttleLimit, stopping);

    /// <summary>Puts a row into its place after waiting for room, starts its request, where it has one, and hands out what has finished.</summary>
    /// <exception cref="OperationCanceledException">The command stops.</exception>
    internal void Add(RowOutcome row)
    {
        MakeRoom();
        if (row is RowRequest request) Start(request);
        rows.Enqueue(row);
        // One request at a time means that the result of a row is there before the next row is taken.
        if (throttleLimit == 1) Drain();
        else HandOutFinished();
    }

    /// <summary>Waits for the requests that are left.</summary>
    /// <exception cref="OperationCanceledException">The command stops.</exception>
    internal void Drain()
    {
        while (rows.Count > 0) HandOutNext();
    }

    /// <summary>Gives the requests that were cancelled a moment to end.</summary>
    internal void Abandon(TimeSpan moment) => Task.WaitAll([.. rows.Select(row => row.Completion)], moment);

    private void Start(RowRequest request)
    {
        lastOfNumber.TryGetValue(request.Number, out var before);
        request.Follow(before);
        lastOfNumber[request.Number] = request.Completion;
        lanes.Add(request);
    }

    private void MakeRoom()
    {
        while (rows.Count >= capacity)
        {
            HandOutNext();
            rows.ElementAt(capacity / 2).Completion.Wait(Moment, stopping);
            HandOutFinished();
        }
    }

    private void HandOutFinished()
    {
        while (rows.Count > 0 && rows.Peek().Completion.IsCompleted) HandOutNext();
    }

    private void HandOutNext()
    {
        var completion = rows.Peek().Completion;
        while (!completion.Wait(Glance, stopping)) whileWaiting();
        stopping.ThrowIfCancellationRequested();
        var row = rows.Dequeue();
        if (row is RowRequest { Number: var number } && lastOfNumber.TryGetValue(number, out var last) && last == completion) lastOfNumber.Remove(number);
        finished(row);
    }
}
