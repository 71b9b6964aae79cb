namespace UponAi.PowerShell.Bulk;

/// <summary>
/// Limits how many requests of a run are in flight. The others wait in their order, and whichever ends starts the
/// next one, so that the pipeline thread need not wake up for it. Safe to use from several threads.
/// </summary>
/// <param name="limit">How many requests may be in flight.</param>
internal sealed class RequestSlots(int limit)
{
    private readonly object gate = new();
    private readonly Queue<TaskCompletionSource<bool>> waiting = new();
    private int inUse;
    private int pending;

    /// <summary>How many requests hold a slot or wait for one.</summary>
    internal int Pending => Volatile.Read(ref pending);

    /// <summary>
    /// Waits for a slot. Each slot is given back with <see cref="Leave"/>. Never continues on the caller's thread.
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
                // The pipeline thread has the next row to read.
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
                if (!waiting.Dequeue().TrySetResult(true)) continue;
                inUse++;
                break;
            }

            // A few still wait for a slot, so that none is free while the pipeline thread wakes up.
            if (pending <= limit + limit / 4) Monitor.Pulse(gate);
        }
    }

    /// <summary>
    /// Waits until few requests wait for a slot, or a short time has passed. Does not wait if there is room already.
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
