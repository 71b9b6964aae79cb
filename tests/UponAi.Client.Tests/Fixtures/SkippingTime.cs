using Microsoft.Extensions.Time.Testing;

namespace UponAi.Client.Tests.Fixtures;

/// <summary>Time that stands still, apart from the waits between attempts: they are recorded, and pass at once or, held, never.</summary>
internal sealed class SkippingTime(ConnectionSettings settings, bool holdsWaits = false) : FakeTimeProvider(Noon)
{
    internal static readonly DateTimeOffset Noon = new(2026, 4, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly Lock gate = new();
    private readonly List<TimeSpan> waits = [];
    private readonly TaskCompletionSource waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (gate) return [.. waits];
        }
    }

    /// <summary>Ends when the first wait has begun.</summary>
    internal Task Waiting => waiting.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || dueTime == settings.AttemptTimeout || dueTime == settings.TotalTimeout) return base.CreateTimer(callback, state, dueTime, period);

        var timer = base.CreateTimer(callback, state, holdsWaits ? Timeout.InfiniteTimeSpan : dueTime, period);
        lock (gate) waits.Add(dueTime);
        waiting.TrySetResult();
        if (!holdsWaits) ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        return timer;
    }
}
