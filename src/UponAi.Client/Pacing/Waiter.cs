namespace UponAi.Client.Pacing;

/// <summary>A request that waits for its turn.</summary>
internal sealed class Waiter : TaskCompletionSource<double>
{
    internal Waiter() : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
    }

    /// <summary>True for one that was given up.</summary>
    internal bool IsOver => Task.IsCompleted;

    /// <returns>False when it was given up meanwhile.</returns>
    internal bool Go(double now) => TrySetResult(now);

    internal async ValueTask<double> WaitAsync(CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(() => TrySetCanceled(cancellationToken));
        return await Task.ConfigureAwait(false);
    }
}
