namespace UponAi.PowerShell.Bulk;

/// <summary>
/// Runs so many requests at once. The others wait in their order, and whichever ends starts the next where it ended: no thread has to
/// wake up for it, which at full speed costs more than the request.
/// </summary>
/// <param name="count">How many requests may be in flight.</param>
/// <param name="stopping">Cancelled when the command stops: ends the requests.</param>
internal sealed class RequestLanes(int count, CancellationToken stopping)
{
    private readonly Queue<RowRequest> waiting = new();
    private int running;

    /// <summary>Runs a request as soon as a lane is free.</summary>
    internal void Add(RowRequest request)
    {
        lock (waiting)
        {
            if (running == count)
            {
                waiting.Enqueue(request);
                return;
            }

            running++;
        }

        // The pipeline thread has the next row to read.
        _ = Task.Run(() => RunAsync(request));
    }

    private async Task RunAsync(RowRequest? request)
    {
        for (; request is not null; request = Next()) await request.RunAsync(stopping).ConfigureAwait(false);
    }

    private RowRequest? Next()
    {
        lock (waiting)
        {
            if (waiting.Count > 0) return waiting.Dequeue();
            running--;
            return null;
        }
    }
}
