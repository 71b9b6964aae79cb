using System.Diagnostics;
using UponAi.Testing;

namespace UponAi.Benchmarks.Bulk;

/// <summary>
/// Misbehaving platforms. Each decides about a request when the request arrives, and counts the refused requests.
/// </summary>
internal sealed class PlatformBehaviour
{
    private readonly Lock gate = new();
    private readonly Func<double, (bool Accepts, int? RetryAfter)> limit;
    private readonly Func<double, TimeSpan> latency;
    private readonly Func<double, Reply?> failure;
    private readonly Stopwatch watch = new();
    private readonly List<double> accepted = [];
    private Action answered = () => { };

    private PlatformBehaviour(
        Func<double, TimeSpan> latency,
        Func<double, (bool, int?)>? limit = null,
        Func<double, Reply?>? failure = null) =>
        (this.latency, this.limit, this.failure) = (latency, limit ?? (_ => (true, null)), failure ?? (_ => null));

    internal int Requests { get; private set; }

    internal int Refused { get; private set; }

    internal int Failed { get; private set; }

    /// <summary>Returns how many requests were accepted and did not fail between two times, in seconds.</summary>
    internal double AcceptedBetween(double from, double to) => accepted.Count(at => at > from && at < to);

    /// <summary>Creates a platform on which some requests take much longer than the others.</summary>
    internal static PlatformBehaviour Slow(double share, TimeSpan slow, TimeSpan usual)
    {
        var chance = new Random(1);
        return new(_ => chance.NextDouble() < share ? slow : usual);
    }

    /// <summary>Creates a platform that answers some requests with 502.</summary>
    internal static PlatformBehaviour BadGateway(double share, TimeSpan usual)
    {
        var chance = new Random(1);
        return new(
            _ => usual,
            failure: _ => chance.NextDouble() < share ? Reply.Text("<h1>Bad gateway</h1>", "text/html", 502) : null);
    }

    /// <summary>Creates a platform that answers 503 for a while.</summary>
    internal static PlatformBehaviour Outage(double from, double to, TimeSpan usual) =>
        new(
            _ => usual,
            failure: now => now >= from && now < to ? Reply.Text("<h1>Unavailable</h1>", "text/html", 503) : null);

    /// <summary>Creates a platform that limits the requests of the last seconds.</summary>
    internal static PlatformBehaviour SlidingWindow(int count, double seconds, int? hint, TimeSpan usual)
    {
        var last = new Queue<double>();
        return new(_ => usual, now =>
        {
            while (last.Count > 0 && last.Peek() <= now - seconds) last.Dequeue();
            if (last.Count >= count) return (false, hint);
            last.Enqueue(now);
            return (true, null);
        });
    }

    /// <summary>Creates a platform that limits the requests of each period.</summary>
    internal static PlatformBehaviour FixedWindow(int count, double seconds, bool hasHint, TimeSpan usual)
    {
        var (window, used) = (-1d, 0);
        return new(_ => usual, now =>
        {
            if (Math.Floor(now / seconds) is var current && current != window) (window, used) = (current, 0);
            return ++used <= count
                ? (true, null)
                : (false, hasHint ? (int)Math.Ceiling((window + 1) * seconds - now) : null);
        });
    }

    /// <summary>Creates a platform that limits the requests at the same time.</summary>
    internal static PlatformBehaviour AtMost(int count, TimeSpan usual)
    {
        var inFlight = 0;
        var behaviour =
            new PlatformBehaviour(_ => usual, _ => inFlight >= count ? (false, null) : (++inFlight > 0, null));
        behaviour.answered = () => inFlight--;
        return behaviour;
    }

    /// <summary>Creates a platform with a token bucket whose rate may change.</summary>
    internal static PlatformBehaviour TokenBucket(Func<double, double> rate, double burst, int? hint, TimeSpan usual)
    {
        var (tokens, last) = (burst, 0d);
        return new(_ => usual, now =>
        {
            (tokens, last) = (Math.Min(burst, tokens + (now - last) * rate(now)), now);
            if (tokens < 1) return (false, hint);
            tokens--;
            return (true, null);
        });
    }

    internal Reply Answer(ReceivedRequest request)
    {
        TimeSpan wait;
        lock (gate)
        {
            // The time begins with the first request.
            watch.Start();
            var now = watch.Elapsed.TotalSeconds;
            Requests++;
            var (accepts, hint) = limit(now);
            if (!accepts)
            {
                Refused++;
                return Reply.Json(
                    "{}",
                    429,
                    hint is { } seconds ? [("Retry-After", FormattableString.Invariant($"{seconds}"))] : []);
            }

            wait = latency(now);
            if (failure(now) is { } failed)
            {
                Failed++;
                return failed.After(Task.Delay(wait));
            }

            accepted.Add(now);
        }

        return Reply.Json(UpdateAnswers.Agreeing(request)).After(AnswerAsync(wait));
    }

    private async Task AnswerAsync(TimeSpan wait)
    {
        await Task.Delay(wait);
        lock (gate) answered();
    }
}
