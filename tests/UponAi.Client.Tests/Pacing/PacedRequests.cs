using Microsoft.Extensions.Time.Testing;
using UponAi.Client.Messages;
using UponAi.Client.Pacing;
using UponAi.Testing;

namespace UponAi.Client.Tests.Pacing;

/// <summary>A pacer whose time passes when the test says so, with requests that the test answers.</summary>
internal sealed class PacedRequests : IDisposable
{
    /// <summary>How exactly moments are known.</summary>
    internal const double Step = 0.005;

    internal static readonly TimeSpan MaxOutage = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider time = new();

    private readonly DateTimeOffset start;
    private readonly double ready;

    internal PacedRequests()
    {
        start = time.GetUtcNow();
        Pacer = new Pacer(time, Log, MaxOutage);
        // The first requests of a connection go out a little apart.
        Send(AttemptOutcome.Abandoned);
        Pass(0.25);
        ready = Seconds;
    }

    /// <summary>Gets the seconds that have passed since the pacer was created.</summary>
    internal double Seconds => (time.GetUtcNow() - start).TotalSeconds;

    internal Pacer Pacer { get; }

    internal PacingLog Log { get; } = new();

    internal IReadOnlyList<string> Decisions
    {
        get
        {
            var seen = 0L;
            return Log.Since(ref seen);
        }
    }

    // In steps: timers see the time that a step ends at.
    internal void Pass(double seconds)
    {
        for (var passed = 0d; passed < seconds; passed += Step) time.Advance(TimeSpan.FromSeconds(Step));
    }

    /// <summary>Asks for a permit.</summary>
    internal Task<RequestPermit> Enter(bool isRetry = false) => Pacer.EnterAsync(isRetry, TestTimeout.Token).AsTask();

    /// <summary>Asks for a permit, and gives up when the token says so.</summary>
    internal Task<RequestPermit> EnterUntil(CancellationToken cancellationToken) =>
        Pacer.EnterAsync(isRetry: false, cancellationToken).AsTask();

    internal List<Task<RequestPermit>> EnterMany(int count) => [.. Enumerable.Range(0, count).Select(_ => Enter())];

    /// <summary>Gets a permit, which must not wait, and returns it with a result.</summary>
    internal bool Send(
        AttemptOutcome outcome,
        double? retryAfter = null,
        (long Remaining, double Reset)? allowance = null,
        object? request = null)
    {
        var permit = Enter();
        Assert.True(permit.IsCompletedSuccessfully);
        return Complete(permit.Result, outcome, retryAfter, allowance, request);
    }

    internal bool Complete(
        RequestPermit permit,
        AttemptOutcome outcome,
        double? retryAfter = null,
        (long Remaining, double Reset)? allowance = null,
        object? request = null) =>
        Pacer.Complete(permit, request ?? new object(), new AttemptResult(
            outcome,
            retryAfter is { } wait ? TimeSpan.FromSeconds(wait) : null,
            allowance is { } left ? new RateLimitStatus(left.Remaining, TimeSpan.FromSeconds(left.Reset)) : null));

    /// <summary>
    /// Lets two minutes pass, and completes each permit well. Returns when each permit was given, in seconds since the
    /// constructor returned.
    /// </summary>
    internal async Task<double[]> MomentsAsync(IReadOnlyList<Task<RequestPermit>> waiting)
    {
        var left = waiting.ToList();
        for (var passed = 0d; passed < 120 && left.Count > 0; passed += Step)
        {
            time.Advance(TimeSpan.FromSeconds(Step));
            // Permits are given at once, and told by another thread.
            foreach (var permit in left.Where(permit => permit.IsCompletedSuccessfully).ToList())
            {
                Complete(permit.Result, AttemptOutcome.Answered);
                left.Remove(permit);
            }

            if (left.Count > 0) await Task.Yield();
        }

        return [.. (await Task.WhenAll(waiting).WaitAsync(TestTimeout.Token)).Select(permit => permit.Sent - ready)];
    }

    internal async Task<double> MomentAsync(Task<RequestPermit> waiting) => (await MomentsAsync([waiting]))[0];

    public void Dispose() => Pacer.Dispose();
}
