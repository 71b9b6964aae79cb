namespace UponAi.Client.Sending;

/// <summary>Prevents two requests for one number at the same time, also from different commands.</summary>
internal sealed class PerNumberLock
{
    private readonly object gate = new();

    // The locked numbers with the requests that wait for each. Most numbers have no waiting request and no queue.
    private readonly Dictionary<NumberId, Queue<TaskCompletionSource<bool>>?> locked = [];

    /// <summary>
    /// Waits for the earlier requests for the number, and locks the number until <see cref="Leave"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled, and the number is not locked.</exception>
    internal ValueTask EnterAsync(NumberId number, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!locked.TryGetValue(number, out var waiting))
            {
                locked.Add(number, null);
                return default;
            }

            var queued = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            (locked[number] = waiting ?? new()).Enqueue(queued);
            return WaitAsync(queued, cancellationToken);
        }
    }

    internal void Leave(NumberId number)
    {
        lock (gate)
        {
            while (locked[number] is { Count: > 0 } waiting)
            {
                // A cancelled request is skipped.
                if (waiting.Dequeue().TrySetResult(true)) return;
            }

            locked.Remove(number);
        }
    }

    private static async ValueTask WaitAsync(TaskCompletionSource<bool> queued, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(() => queued.TrySetCanceled(cancellationToken));
        await queued.Task.ConfigureAwait(false);
    }
}
