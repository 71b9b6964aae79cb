using System.Diagnostics.CodeAnalysis;

namespace UponAi.PowerShell.Bulk;

/// <summary>
/// Limits the requests in flight of an <see cref="OrderedRequestQueue"/>. Further requests wait in their order. A
/// request that ends starts the next request directly, without the pipeline thread. A <see cref="RowRequest"/> enters
/// and leaves for each attempt. Safe to use from several threads.
/// </summary>
/// <param name="limit">The maximum number of requests in flight.</param>
[SuppressMessage("Design", "CA1001", Justification = "Only the wait handle of the semaphore would need it.")]
internal sealed class RequestSlots(int limit)
{
    private readonly SemaphoreSlim slots = new(limit);
    private readonly object gate = new();
    private int pending;

    /// <summary>Gets the number of requests that hold a slot or wait for a slot.</summary>
    internal int Pending => Volatile.Read(ref pending);

    /// <summary>
    /// Waits for a slot. The caller returns the slot with <see cref="Leave"/>. Normally does not continue on the
    /// caller's thread.
    /// </summary>
    internal async Task EnterAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref pending);
        try
        {
            var entering = slots.WaitAsync(cancellationToken);
            var isFree = entering.IsCompleted;
            await entering.ConfigureAwait(false);
            // The pipeline thread reads the next row instead of sending the request.
            if (isFree) await Task.Run(static () => { }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Decrement(ref pending);
            throw;
        }
    }

    /// <summary>Gives a slot back.</summary>
    internal void Leave()
    {
        slots.Release();
        // Wakes the pipeline thread once, when few requests wait. They use the free slots until it adds more.
        if (Interlocked.Decrement(ref pending) != limit + limit / 4) return;
        lock (gate) Monitor.Pulse(gate);
    }

    /// <summary>
    /// Waits until few requests wait for a slot, but not longer than a given time. Returns at once if there is room.
    /// </summary>
    internal void WaitForRoom(Func<bool> hasRoom, int milliseconds)
    {
        lock (gate)
        {
            if (!hasRoom()) Monitor.Wait(gate, milliseconds);
        }
    }
}
