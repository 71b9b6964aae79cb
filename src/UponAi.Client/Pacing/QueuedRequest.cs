namespace UponAi.Client.Pacing;

/// <summary>A request that waits for a permit. An <see cref="OutageException"/> can end the wait.</summary>
internal sealed class QueuedRequest()
    : TaskCompletionSource<RequestPermit>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    internal async ValueTask<RequestPermit> WaitAsync(CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(() => TrySetCanceled(cancellationToken));
        return await Task.ConfigureAwait(false);
    }
}

/// <summary>
/// The exception for a request that gets no permit, because the platform has been down for longer than the total
/// timeout.
/// </summary>
/// <param name="duration">How long the platform has been down.</param>
/// <param name="untilNextTest">The time until the next test.</param>
internal sealed class OutageException(TimeSpan duration, TimeSpan untilNextTest)
    : Exception(FormattableString.Invariant($"The platform has been down for {duration.TotalSeconds:0} s."))
{
    internal TimeSpan UntilNextTest => untilNextTest;
}
