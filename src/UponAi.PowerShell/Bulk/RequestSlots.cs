namespace UponAi.PowerShell.Bulk;

/// <summary>
/// Limits the requests in flight of a run. Further requests wait in their order. A request that ends starts the next
/// request directly, without the pipeline thread. Safe to use from several threads.
/// </summary>
/// <param name="limit">The maximum number of requests in flight.</param>
internal sealed class RequestSlots(int limit)
{
    private readonly object gate = new();
    private readonly Queue<TaskCompletionSource<bool>> waiting = new();
    private int inUse;
    private int pending;

    /// <summary>Gets the number of requests that hold a slot or wait for a slot.</summary>
    internal int Pending => Volatile.Read(ref pending);

    /// <summary>
    /// Waits for a slot. The caller returns the slot with <see cref="Leave"/>. Never continues on the caller's thread.
    /// </summary>
    internal Task EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool> slot;
        lock (gate)
        {
            pending++;
            if (inUse < limit)
            {
                inUse++;
                // A completed task would send the request on the pipeline thread, which reads the next row instead.
                return Task.Run(static () => { }, CancellationToken.None);
            }

            waiting.Enqueue(slot = new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        return cancellationToken.CanBeCanceled ? WaitAsync(slot, cancellationToken) : slot.Task;
    }

    internal void Leave()
    {
        lock (gate)
        {
            pending--;
            inUse--;
            while (waiting.Count > 0)
            {
                // A cancelled request is skipped.
                if (!waiting.Dequeue().TrySetResult(true)) continue;
                inUse++;
                break;
            }

            // The last waiting requests use the free slots until the pipeline thread is awake and adds more.
            if (pending <= limit + limit / 4) Monitor.Pulse(gate);
        }
    }

    /// <summary>
    /// Waits until few requests wait for a slot, at most for a given time. Returns at once if there is room.
    /// </summary>
    internal void WaitForRoom(Func<bool> hasRoom, int milliseconds)
    {
        lock (gate)
        {
            if (!hasRoom()) Monitor.Wait(gate, milliseconds);
        }
    }

    private async Task WaitAsync(TaskCompletionSource<bool> slot, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(() => slot.TrySetCanceled(cancellationToken));
        try
        {
            await slot.Task.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            lock (gate) pending--;
            throw;
        }
    }
}
