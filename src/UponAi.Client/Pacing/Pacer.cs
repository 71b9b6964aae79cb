using System.Globalization;

namespace UponAi.Client.Pacing;

/// <summary>
/// Gives permits to the requests of a connection, as fast as the platform allows. Retries go first. Retries and first
/// attempts each keep their order. A long <c>Retry-After</c>, a spent allowance or an outage holds back all requests.
/// Safe to use from several threads.
/// </summary>
internal sealed class Pacer : IDisposable
{
    // A response other than a 429 cannot hold back all requests for longer.
    private const double MaxHold = 60;

    // After so many seconds without requests, the earlier limits or an outage may have ended.
    private const double ForgetAfter = 60;

    // A double cannot hold most fractions of a second exactly.
    private const double Rounding = 1e-6;

    private static readonly TimeSpan MinDelay = TimeSpan.FromMilliseconds(1);

    private readonly object gate = new();
    private readonly TimeProvider time;
    private readonly long origin;
    private readonly PacingLog log;
    private readonly double maxOutage;
    private readonly OutageDetector outage = new();
    private readonly Queue<QueuedRequest> firstAttempts = new();
    private readonly Queue<QueuedRequest> retries = new();
    private readonly ITimer timer;
    private AdaptiveLimiter limiter;
    private double heldUntil;
    private double lastActivity;
    private bool isTesting;
    private bool isClosed;

    /// <param name="maxOutage">How long requests wait for the end of an outage.</param>
    internal Pacer(TimeProvider time, PacingLog log, TimeSpan maxOutage)
    {
        this.time = time;
        this.log = log;
        this.maxOutage = maxOutage.TotalSeconds;
        origin = time.GetTimestamp();
        limiter = new AdaptiveLimiter(log);
        timer = time.CreateTimer(
            static pacer => ((Pacer)pacer!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private double Now => time.GetElapsedTime(origin).TotalSeconds;

    private bool HasWaiting => firstAttempts.Count + retries.Count > 0;

    /// <summary>Waits for a permit. Every permit is handed back with <see cref="Complete"/>.</summary>
    /// <param name="isRetry">
    /// True for a request that was sent before. The request goes first, because its total timeout is running.
    /// </param>
    /// <exception cref="OutageException">The platform is down for too long.</exception>
    internal ValueTask<RequestPermit> EnterAsync(bool isRetry, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = Now;
            ForgetAfterIdleTime(now);
            if (!HasWaiting && NextSend(now) <= now + Rounding)
                return new ValueTask<RequestPermit>(Send(now));

            if (outage.IsGivenUp) throw StillDown(now);
            var waiting = new QueuedRequest();
            (isRetry ? retries : firstAttempts).Enqueue(waiting);
            ScheduleWake(now);
            return waiting.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Takes the result of an attempt.</summary>
    /// <param name="request">The request, to distinguish a request that fails twice from two requests.</param>
    /// <returns>True if the attempt failed because the platform is down, and not because of the request.</returns>
    internal bool Complete(in RequestPermit permit, object request, in AttemptResult result)
    {
        lock (gate)
        {
            var now = Now;
            lastActivity = now;
            // A request that was sent since the outage began is its test.
            if (permit.Sent > outage.Since) isTesting = false;
            var wait = result.RetryAfter?.TotalSeconds;
            if (result.Outcome == AttemptOutcome.Refused) limiter.Refuse(permit, wait, now);
            else limiter.Complete(permit, result.Outcome, now);
            if (wait is { } seconds && result.Outcome != AttemptOutcome.Refused)
                Hold(now, seconds, "the platform asks for it");

            // Requests in flight count against the allowance that is left.
            if (result.Allowance is { } allowance && allowance.Remaining <= limiter.InFlight)
                Hold(now, allowance.Reset.TotalSeconds, "its allowance is spent");

            var isOutage = result.Outcome == AttemptOutcome.Failed && Failed(permit, request, now);
            if (result.Outcome is AttemptOutcome.Answered or AttemptOutcome.Refused) Answered(permit, now);
            Release(now);
            return isOutage;
        }
    }

    /// <summary>Forgets the failures of a request that may have failed for a reason of its own.</summary>
    internal void Forget(object request)
    {
        lock (gate) outage.Forget(request);
    }

    /// <summary>
    /// Gives a permit to every request that waits. Each request then finds that the connection is closed.
    /// </summary>
    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            timer.Dispose();
            Release(Now);
        }
    }

    private double NextSend(double now)
    {
        if (isClosed) return now;
        if (outage.Since is null) return Math.Max(heldUntil, limiter.NextSend(now));
        return isTesting ? double.PositiveInfinity : Math.Max(heldUntil, outage.NextTest);
    }

    private void ForgetAfterIdleTime(double now)
    {
        // The time of a hold does not count as time without requests, because its reason is known.
        var isIdle = limiter.InFlight == 0 && !HasWaiting;
        if (!isIdle || now - Math.Max(lastActivity, heldUntil) < ForgetAfter) return;
        limiter = new AdaptiveLimiter(log);
        outage.End();
        log.DownSince = null;
    }

    private RequestPermit Send(double now)
    {
        lastActivity = now;
        isTesting = outage.Since is not null;
        return limiter.Send(now);
    }

    private bool Failed(in RequestPermit permit, object request, double now)
    {
        var wasDown = outage.Since is not null;
        if (!outage.Failed(request, permit.Sent, now)) return false;
        if (wasDown) return true;
        log.DownSince = time.GetLocalNow();
        Log(
            "the platform has been down since {0:HH:mm:ss}; all requests wait, except one test at a time.",
            log.DownSince);
        return true;
    }

    private void Answered(in RequestPermit permit, double now)
    {
        var since = outage.Since;
        if (!outage.Answered(permit.Sent)) return;
        log.DownSince = null;
        Log("the platform answers again after {0:0.#} s.", now - since);
        limiter.StartGently();
    }

    private void GiveUp(double now)
    {
        outage.GiveUp();
        log.DownSince = null;
        Log("the platform is still down after {0:0.#} s; requests wait no longer.", now - outage.Since);
        // One request that waits becomes the next test, so that it finds the end of the outage.
        var test = HasWaiting && !isTesting ? Dequeue() : null;
        while (HasWaiting) Dequeue().TrySetException(StillDown(now));
        if (test is not null) firstAttempts.Enqueue(test);
    }

    private OutageException StillDown(double now) => new(
        TimeSpan.FromSeconds(now - outage.Since!.Value), TimeSpan.FromSeconds(Math.Max(outage.NextTest - now, 0)));

    private void Hold(double now, double seconds, string why)
    {
        seconds = Math.Min(seconds, MaxHold);
        if (seconds <= 0 || now + seconds <= heldUntil) return;
        if (now >= heldUntil) Log("all requests wait {0:0.###} s ({1}).", seconds, why);
        heldUntil = now + seconds;
    }

    private void Log(string text, params object?[] values) =>
        log.Add("Pacing: " + string.Format(CultureInfo.InvariantCulture, text, values));

    private QueuedRequest Dequeue() => retries.Count > 0 ? retries.Dequeue() : firstAttempts.Dequeue();

    private void Wake()
    {
        lock (gate) Release(Now);
    }

    private void Release(double now)
    {
        if (!outage.IsGivenUp && outage.Since is { } since && now + Rounding >= since + maxOutage)
            GiveUp(now);

        while (HasWaiting && NextSend(now) <= now + Rounding)
        {
            var waiting = Dequeue();
            if (waiting.Task.IsCompleted) continue;
            var permit = Send(now);
            if (waiting.TrySetResult(permit)) continue;
            isTesting = false;
            limiter.Complete(permit, AttemptOutcome.Abandoned, now);
        }

        ScheduleWake(now);
    }

    private void ScheduleWake(double now)
    {
        if (!HasWaiting || isClosed) return;
        var next = NextSend(now);
        if (!outage.IsGivenUp && outage.Since is { } since) next = Math.Min(next, since + maxOutage);
        // Infinite if a request in flight has to end first. Its result then releases the next request.
        if (double.IsPositiveInfinity(next)) return;
        var delay = TimeSpan.FromSeconds(Math.Max(next - now, 0));
        timer.Change(delay > MinDelay ? delay : MinDelay, Timeout.InfiniteTimeSpan);
    }
}
