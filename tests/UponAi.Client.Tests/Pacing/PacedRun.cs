using UponAi.Client.Pacing;

namespace UponAi.Client.Tests.Pacing;

/// <summary>
/// A bulk run against a limiter, event by event and without a clock: so many workers, each with one request after the other, through the
/// decisions of a <see cref="RateFinder"/>.
/// </summary>
internal sealed class PacedRun(Limiter limiter)
{
    private readonly RateFinder finder = new(new PacingLog());
    private readonly PriorityQueue<(double Sent, bool IsTaken), (double, int)> answers = new();
    private readonly List<double> accepted = [];
    private int sent;
    private double next;
    private double heldUntil;

    internal int Workers { get; init; } = 32;

    /// <summary>From a request to its answer.</summary>
    internal double Latency { get; init; } = 0.001;

    /// <summary>Called before every event, to change the limiter on the way.</summary>
    internal Action<double> Meanwhile { get; init; } = _ => { };

    internal int Refused { get; private set; }

    internal double Seconds { get; private set; }

    internal double Rate => finder.Rate;

    /// <summary>The requests a second that were let through between two moments, by default from the fifth second to the end.</summary>
    internal double Throughput(double from = 5, double? to = null) =>
        accepted.Count(moment => moment > from && moment <= (to ?? Seconds)) / ((to ?? Seconds) - from);

    internal PacedRun Run(int rows)
    {
        var idle = Workers;
        while (accepted.Count < rows)
        {
            var release = idle > 0 ? Math.Max(Seconds, Math.Max(next, heldUntil)) : double.PositiveInfinity;
            var hasAnswer = answers.TryPeek(out _, out var first);
            var arrival = first.Item1;
            Seconds = hasAnswer ? Math.Min(release, arrival) : release;
            Meanwhile(Seconds);
            if (hasAnswer && arrival <= release)
            {
                Answer();
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

    private void Send()
    {
        finder.Sent(Seconds);
        next = Math.Max(next, Seconds) + 1 / finder.Rate;
        answers.Enqueue((Seconds, limiter.Takes(Seconds)), (Seconds + Latency, ++sent));
    }

    private void Answer()
    {
        var (moment, isTaken) = answers.Dequeue();
        if (isTaken)
        {
            accepted.Add(Seconds);
            finder.Accepted(moment, Seconds);
            return;
        }

        Refused++;
        var wait = limiter.RetryAfter(Seconds);
        finder.Refused(moment, Seconds, wait);
        heldUntil = Math.Max(heldUntil, Seconds + wait);
    }
}
