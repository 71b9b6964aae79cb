namespace UponAi.PowerShell.Bulk;

/// <summary>
/// Runs so many requests at once. The others wait in their order, and whichever ends starts the next where it ended: no thread has to
/// wake up for it, which at full speed costs more than the request.
/// </summary>
/// <param name="count">How many requests may be in flight.</param>
internal sealed class RequestLanes(int count)
{
    private readonly Queue<Entry> waiting = new();
    private int running;

    /// <summary>Runs a request as soon as a lane is free.</summary>
    /// <param name="request">Never faulted.</param>
    /// <returns>Ends when the request does.</returns>
    internal Task Add(Func<Task> request)
    {
        var entry = new Entry(request);
        lock (waiting)
        {
            if (running == count)
            {
                waiting.Enqueue(entry);
                return entry.Task;
            }

            running++;
        }

        // The pipeline thread has the next row to read.
        _ = Task.Run(() => RunAsync(entry));
        return entry.Task;
    }

    private async Task RunAsync(Entry? entry)
    {
        for (; entry is not null; entry = Next())
        {
            await entry.Request().ConfigureAwait(false);
            entry.SetResult(true);
        }
    }

    private Entry? Next()
    {
        lock (waiting)
        {
            if (waiting.Count > 0) return waiting.Dequeue();
            running--;
            return null;
        }
    }

    // What waits for an end must not run before the next begins.
    private sealed class Entry(Func<Task> request) : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        internal Func<Task> Request => request;
    }
}
