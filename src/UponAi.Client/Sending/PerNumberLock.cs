namespace UponAi.Client.Sending;

/// <summary>Keeps two requests for one number apart, whichever commands of the connection they come from.</summary>
internal sealed class PerNumberLock
{
    private readonly object gate = new();

    // A number that is being changed, with those who wait for it; most have none.
    private readonly Dictionary<NumberId, Queue<TaskCompletionSource<bool>>?> busy = [];

    /// <summary>Waits until nobody else changes the number. Each turn is ended by <see cref="Leave"/>.</summary>
    /// <exception cref="OperationCanceledException">Given up; there is no turn to end.</exception>
    internal ValueTask EnterAsync(NumberId number, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!busy.TryGetValue(number, out var waiting))
            {
                busy.Add(number, null);
                return default;
            }

            var turn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            (busy[number] = waiting ?? new()).Enqueue(turn);
            return WaitAsync(turn, cancellationToken);
        }
    }

    internal void Leave(NumberId number)
    {
        lock (gate)
        {
            while (busy[number] is { Count: > 0 } waiting)
            {
                if (waiting.Dequeue().TrySetResult(true)) return;
            }

            busy.Remove(number);
        }
    }

    private static async ValueTask WaitAsync(TaskCompletionSource<bool> turn, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task.ConfigureAwait(false);
    }
}
