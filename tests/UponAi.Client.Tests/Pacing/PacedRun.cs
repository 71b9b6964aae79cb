using UponAi.Client.Pacing;

namespace UponAi.Client.Tests.Pacing;

/// <summary>
/// A bulk run against a limiter, event by event and without a clock: so many workers, each with one request after the other, through the
/// decisions of a <see cref="RateFinder"/>.
/// </summary>
internal sealed class PacedRun
{
    // As the pacer has it.
    private const double CatchUp = 0.02;

    private readonly Limiter limiter;
    private readonly PacingLog log = new();
    private readonly RateFinder finder;
    private readonly PriorityQueue<Request, (double, int)> onTheWay = new();
    private readonly PriorityQueue<Request, (double, int)> answers = new();
    private readonly List<double> accepted = [];
    private int sent;
    private double next;

    internal PacedRun(Limiter limiter)
    {
        this.limiter = limiter;
        finder = new RateFinder(log);
    }

    internal int Workers { get; init; } = 32;

    /// <summary>From a request to its answer.</summary>
    internal double Latency { get; init; } = 0.001;

    /// <summary>How long a request that is sent at a moment travels to the platform, and its answer back. By default half of the latency each.</summary>
    internal Func<double, (double There, double Back)>? Travel { get; init; }

    /// <summary>When this process next gets the processor; by default at once.</summary>
    internal Func<double, double> Awake { get; init; } = now => now;

    /// <summary>Called before every event, to change the limiter on the way.</summary>
    internal Action<double> Meanwhile { get; init; } = _ => { };

    internal int Refused { get; private set; }

    internal double Seconds { get; private set; }

    internal double Rate => finder.Rate;

    internal IReadOnlyList<string> Decisions
    {
        get
        {
            var seen = 0L;
            return log.Since(ref seen);
        }
    }

    /// <summary>The requests a second that were let through between two moments, by default from the fifth second to the end.</summary>
    internal double Throughput(double from = 5, double? to = null) =>
        accepted.Count(moment => moment > from && moment <= (to ?? Seconds)) / ((to ?? Seconds) - from);

    internal PacedRun Run(int rows)
    {
        var idle = Workers;
        while (accepted.Count < rows)
        {
            var release = idle > 0 ? Awake(Math.Max(Seconds, next)) : double.PositiveInfinity;
            var (arrival, answer) = (First(onTheWay), First(answers));
            Seconds = Math.Min(release, Math.Min(arrival, answer));
            Meanwhile(Seconds);
            if (Seconds == arrival)
            {
                Arrive(onTheWay.Dequeue());
            }
            else if (Seconds == answer)
            {
                ApiResponse(answers.Dequeue());
                idle++;
            }
            else
            {
                Send();
                idle--;
            }
        }

        return this;
    }

    private static double First(PriorityQueue<Request, (double Moment, int)> queue) =>
        queue.TryPeek(out _, out var first) ? first.Moment : double.PositiveInfinity;

    private void Send()
    {
        finder.Sent(Seconds);
        next = Math.Max(next, Seconds - CatchUp) + 1 / finder.Rate;
        var (there, back) = Travel?.Invoke(Seconds) ?? (Latency / 2, Latency / 2);
        onTheWay.Enqueue(new Request(Seconds, back), (Seconds + there, ++sent));
    }

    private void Arrive(Request request)
    {
        request.IsTaken = limiter.Takes(Seconds);
        answers.Enqueue(request, (Awake(Seconds + request.Back), ++sent));
    }

    private void ApiResponse(Request request)
    {
        if (request.IsTaken)
        {
            accepted.Add(Seconds);
            finder.Accepted(request.Sent);
            return;
        }

        Refused++;
        var wait = limiter.RetryAfter(Seconds);
        finder.Refused(request.Sent, Seconds, wait);
        next = Math.Max(next, Seconds + wait);
    }

    private sealed class Request(double sent, double back)
    {
        internal double Sent => sent;

        internal double Back => back;

        internal bool IsTaken { get; set; }
    }
}
