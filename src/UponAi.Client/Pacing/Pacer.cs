using UponAi.Client.Messages;

namespace UponAi.Client.Pacing;

/// <summary>
/// Lets the requests of a connection go, in the order in which they came, as fast as the platform allows. A refusal, a
/// <c>Retry-After</c> or a spent allowance holds back all of them at once.
/// </summary>
internal sealed class Pacer : IDisposable
{
    private const double RefusalWithoutHint = 1;
    private const double LongestHold = 60;

    // After such a pause the platform may allow anything.
    private const double ForgetAfter = 60;

    // A timer that wakes late must not lower the rate.
    private const double CatchUp = 0.02;

    // Seconds as fractions of two are not exact.
    private const double Rounding = 1e-6;

    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(1);

    private readonly object gate = new();
    private readonly TimeProvider time;
    private readonly long origin;
    private readonly PacingLog log;
    private readonly RateFinder finder;
    private readonly RefusalShare refusals = new();
    private readonly Queue<Waiter> waiting = new();
    private readonly Queue<Waiter> waitingAgain = new();
    private readonly ITimer timer;
    private double next;
    private double heldUntil;
    private double lastSent;
    private int inFlight;
    private bool closed;

    internal Pacer(TimeProvider time, PacingLog log)
    {
        this.time = time;
        this.log = log;
        origin = time.GetTimestamp();
        finder = new RateFinder(log);
        timer = time.CreateTimer(static pacer => ((Pacer)pacer!).Release(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private bool IsDue(double now) => closed || now + Rounding >= Math.Max(next, heldUntil);

    private double Now => time.GetElapsedTime(origin).TotalSeconds;

    private bool HasWaiting => waiting.Count + waitingAgain.Count > 0;

    /// <summary>Waits for this request's turn. Each turn is ended by <see cref="Answered"/> or <see cref="Failed"/>.</summary>
    /// <param name="isAgain">True for one that was sent before: its time is running, so it goes first.</param>
    /// <returns>When it is sent, for <see cref="Answered"/>.</returns>
    internal ValueTask<double> WaitAsync(bool isAgain, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = Now;
            if (!HasWaiting && IsDue(now)) return new ValueTask<double>(Send(now));
            var waiter = new Waiter();
            if (!HasWaiting) Sleep(now);
            (isAgain ? waitingAgain : waiting).Enqueue(waiter);
            return waiter.WaitAsync(cancellationToken);
        }
    }

    /// <summary>An answer came.</summary>
    internal void Answered(double sent, ApiResponse answer)
    {
        lock (gate)
        {
            inFlight--;
            var now = Now;
            var refused = answer.StatusCode == 429;
            refusals.Add(refused);
            if (!refused) finder.Accepted(sent);

            var wait = answer.RetryAfter?.TotalSeconds;
            if (refused && wait is null && refusals.IsLarge) wait = RefusalWithoutHint;
            if (refused && wait is { } pause) finder.Refused(sent, now, pause);
            if (wait is { } seconds) Hold(now, seconds, refused ? null : "the platform asks for it");

            // What is under way counts against the allowance that is left.
            if (answer.RateLimitStatus is { } allowance && allowance.Remaining <= inFlight) Hold(now, allowance.Reset.TotalSeconds, "its allowance is spent");
        }
    }

    /// <summary>No answer came.</summary>
    internal void Failed()
    {
        lock (gate) inFlight--;
    }

    /// <summary>Lets go whoever waits: there is nothing left to wait for, and each request sees that for itself.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            timer.Dispose();
            while (HasWaiting)
            {
                if (Next().Go(Now)) inFlight++;
            }
        }
    }

    // A refusal says more of itself.
    private void Hold(double now, double seconds, string? why)
    {
        seconds = Math.Min(seconds, LongestHold);
        var until = now + seconds;
        if (seconds <= 0 || until <= heldUntil) return;
        if (why is not null && now >= heldUntil) log.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, "Pacing: all requests wait {0:0.###} s ({1}).", seconds, why));
        // Only what a timer wakes late is caught up with, not the hold.
        (heldUntil, next) = (until, Math.Max(next, until));
        if (HasWaiting) Sleep(now);
    }

    private Waiter Next() => waitingAgain.Count > 0 ? waitingAgain.Dequeue() : waiting.Dequeue();

    private void Release()
    {
        lock (gate)
        {
            var now = Now;
            while (HasWaiting && IsDue(now))
            {
                if (Next() is { IsOver: false } waiter && waiter.Go(now)) Send(now);
            }

            if (HasWaiting) Sleep(now);
        }
    }

    private double Send(double now)
    {
        // A hold is no pause: what made it is known.
        if (now - Math.Max(lastSent, heldUntil) >= ForgetAfter && inFlight == 0) finder.Reset();
        lastSent = now;
        inFlight++;
        finder.Sent(now);
        next = Math.Max(next, now - CatchUp) + 1 / finder.Rate;
        return now;
    }

    private void Sleep(double now)
    {
        var sleep = TimeSpan.FromSeconds(Math.Max(next, heldUntil) - now);
        timer.Change(sleep > ShortestSleep ? sleep : ShortestSleep, Timeout.InfiniteTimeSpan);
    }
}
