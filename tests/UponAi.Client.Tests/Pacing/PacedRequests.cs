using Microsoft.Extensions.Time.Testing;
using UponAi.Client.Messages;
using UponAi.Client.Pacing;
using UponAi.Client.Tests.Fixtures;

namespace UponAi.Client.Tests.Pacing;

/// <summary>A pacer whose time passes when the test says so, with requests that the test answers.</summary>
internal sealed class PacedRequests : IDisposable
{
    /// <summary>How exactly moments are known.</summary>
    internal const double Step = 0.005;

    private readonly FakeTimeProvider time = new();
    private readonly PacingLog log = new();

    internal PacedRequests() => Pacer = new Pacer(time, log);

    internal Pacer Pacer { get; }

    internal IReadOnlyList<string> Decisions
    {
        get
        {
            var seen = 0L;
            return log.Since(ref seen);
        }
    }

    // In steps: timers see the time that a step ends at.
    internal void Pass(double seconds)
    {
        for (var passed = 0d; passed < seconds; passed += Step) time.Advance(TimeSpan.FromSeconds(Step));
    }

    /// <summary>A request's wait for its turn.</summary>
    internal Task<double> TestAssignments() => AskUntil(CancellationToken.None);

    /// <summary>The same, given up when the token says so.</summary>
    internal Task<double> AskUntil(CancellationToken cancellationToken) => Pacer.WaitAsync(isAgain: false, cancellationToken).AsTask();

    /// <summary>The wait of a request that was sent before.</summary>
    internal Task<double> AskAgain() => Pacer.WaitAsync(isAgain: true, CancellationToken.None).AsTask();

    internal List<Task<double>> AskMany(int count) => [.. Enumerable.Range(0, count).Select(_ => TestAssignments())];

    /// <summary>When each of the requests was let go, in seconds since the beginning, if time passes for long enough.</summary>
    internal async Task<double[]> MomentsAsync(IEnumerable<Task<double>> waiting)
    {
        Pass(120);
        return await Task.WhenAll(waiting).WaitAsync(TestTimeout.Token);
    }

    internal async Task<double> MomentAsync(Task<double> waiting) => (await MomentsAsync([waiting]))[0];

    /// <summary>An answer to a request that went out just now, as it would have before any hold.</summary>
    internal void ApiResponse(int status, double? retryAfter = null, (long Remaining, double Reset)? allowance = null)
    {
        var turn = TestAssignments();
        Pacer.Answered(turn.IsCompletedSuccessfully ? turn.Result : 0, Make(status, retryAfter, allowance));
    }

    /// <summary>Asks, lets so much time pass for the turn, and answers.</summary>
    internal async Task AnswerNextAsync(int status, double seconds)
    {
        var turn = TestAssignments();
        Pass(seconds);
        Pacer.Answered(await turn.WaitAsync(TestTimeout.Token), Make(status, null, null));
    }

    public void Dispose() => Pacer.Dispose();

    private static ApiResponse Make(int status, double? retryAfter, (long Remaining, double Reset)? allowance) => new(
        status,
        "application/json",
        BodyCompleteness.Whole,
        retryAfter is { } wait ? TimeSpan.FromSeconds(wait) : null,
        allowance is { } left ? new RateLimitStatus(left.Remaining, TimeSpan.FromSeconds(left.Reset)) : null,
        null);
}
