using Microsoft.Extensions.Time.Testing;

namespace UponAi.Client.Tests.Fixtures;

/// <summary>
/// A clock that advances only for the waits between attempts. The clock records each wait, and lets the wait pass at
/// once.
/// </summary>
/// <param name="settings">The settings with the timeouts, which are not waits.</param>
/// <param name="holdsWaits">True to let no wait end.</param>
/// <param name="attemptsHang">True for a platform that never answers. Each attempt times out after a moment.</param>
internal sealed class SkippingTime(
    ConnectionSettings settings,
    bool holdsWaits = false,
    bool attemptsHang = false) : FakeTimeProvider(Noon)
{
    internal static readonly DateTimeOffset Noon = new(2026, 4, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private readonly bool holdsWaits = holdsWaits;
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

    /// <summary>Gets a task that ends when the first wait has begun.</summary>
    internal Task Waiting => waiting.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // The pacer makes its timer once, idle, and sets it for every wait; so do timeouts.
        if (dueTime == Timeout.InfiniteTimeSpan)
            return new IdleTimer(this, base.CreateTimer(callback, state, dueTime, period), IsTimeout(state));
        if (IsTimeout(state) || IsNoWait(dueTime))
        {
            var timeout = new IdleTimer(
                this,
                base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period),
                isTimeout: true);
            timeout.Begin(dueTime, period);
            return timeout;
        }

        var timer = base.CreateTimer(callback, state, holdsWaits ? Timeout.InfiniteTimeSpan : dueTime, period);
        Pass(dueTime);
        return timer;
    }

    private bool IsNoWait(TimeSpan dueTime) =>
        dueTime <= TimeSpan.Zero || dueTime == settings.AttemptTimeout || dueTime == settings.TotalTimeout;

    private bool IsHang(TimeSpan dueTime) => attemptsHang && dueTime == settings.AttemptTimeout;

    private void Pass(TimeSpan wait)
    {
        // The pacer calculates with seconds as floating point, whose last digits are not exact.
        lock (gate) waits.Add(TimeSpan.FromMicroseconds(Math.Round(wait.TotalMicroseconds)));
        waiting.TrySetResult();
        if (!holdsWaits) ThreadPool.QueueUserWorkItem(_ => Advance(wait));
    }

    // A timeout ends a cancellation source, and a wait ends a task.
    private static bool IsTimeout(object? state) => state is CancellationTokenSource;

    private sealed class IdleTimer(SkippingTime time, ITimer timer, bool isTimeout) : ITimer
    {
        private ITimer? moment;

        /// <summary>Begins a timeout.</summary>
        internal bool Begin(TimeSpan dueTime, TimeSpan period)
        {
            moment?.Dispose();
            if (time.IsHang(dueTime))
                moment = System.CreateTimer(_ => time.Advance(dueTime), null, Moment, Timeout.InfiniteTimeSpan);
            return timer.Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (isTimeout || time.IsNoWait(dueTime)) return Begin(dueTime, period);
            moment?.Dispose();
            var changed = timer.Change(time.holdsWaits ? Timeout.InfiniteTimeSpan : dueTime, period);
            time.Pass(dueTime);
            return changed;
        }

        public void Dispose()
        {
            moment?.Dispose();
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
