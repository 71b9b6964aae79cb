namespace UponAi.Client.Pacing;

/// <summary>
/// Finds how many requests a second the platform accepts, and holds that. Free until the first refusal, and once more, as the first
/// requests of a process travel too slowly to measure by; then a slow start from what was accepted so far, in steps, to the next refusal;
/// then the measured rate, with rare probes upward. Knows no clock and no threads: times are seconds, given by the caller.
/// </summary>
/// <remarks>
/// A limiter with a burst accepts N = B + L·t requests in a time t that ends with a refusal. The free phase gives the first such
/// pair, about (B, 0), the steps before a later refusal give others, and the slope between two pairs is the rate L. A step that began
/// with less than a full burst gives too small a slope; so the largest counts, less its error, which shrinks with the time measured.
/// </remarks>
internal sealed class RateFinder(PacingLog log)
{
    // One refused request says little of the rate.
    private const double SlowestStart = 4;
    private const double StepSeconds = 0.1;
    private const double StepGrowth = 1.15;
    private const int StepsKept = 12;

    // The burst that is measured takes so long, and is not repeated where that would cost a longer pause.
    private const double BurstSeconds = 0.02;
    private const double LongestRepeat = 5;

    // Shorter measurements are mostly rounding.
    private const double ShortestMeasurement = 0.15;

    // A little below what was measured, so that its error does not become a refusal.
    private const double Caution = 0.99;

    // To between these parts of itself a refusal lowers the rate: a measurement can be wrong.
    private const double LeastFall = 0.97;
    private const double MostFall = 0.5;

    private const double LowestRate = 0.1;
    private const double FirstProbeInterval = 15;
    private const double NextProbeInterval = 5;
    private const double LongestProbeInterval = 300;
    private const double FirstProbe = 0.05;

    private readonly List<Step> steps = [];
    private Phase phase = Phase.Free;
    private double burst;
    private double burstSeconds;
    private double pause;
    private double floor;
    private double lastRefusal = double.NegativeInfinity;
    private double refused = double.NegativeInfinity;
    private double probe = FirstProbe;
    private double probeInterval = FirstProbeInterval;

    private enum Phase
    {
        Free,
        Repeating,
        SlowStart,
        Holding,
    }

    /// <summary>The requests a second to send; infinite while nothing was refused.</summary>
    internal double Rate { get; private set; } = double.PositiveInfinity;

    /// <summary>Begins anew: after a long pause nothing is known any more.</summary>
    internal void Reset()
    {
        steps.Clear();
        (phase, Rate, floor) = (Phase.Free, double.PositiveInfinity, 0);
        (probe, probeInterval) = (FirstProbe, FirstProbeInterval);
    }

    /// <summary>A request is being sent.</summary>
    internal void Sent(double now)
    {
        if (steps.Count == 0) Begin(now);
        if (!double.IsNegativeInfinity(refused)) Conclude(now);
        var step = steps[steps.Count - 1];
        var age = now - step.Start;
        switch (phase)
        {
            case Phase.Free when age >= 1:
                Begin(now);
                if (steps.Count > 2) steps.RemoveAt(0);
                break;
            case Phase.Repeating when age >= 1:
                Reset();
                Begin(now);
                break;
            case Phase.SlowStart when age >= StepSeconds && step.Accepted > 0:
                Change(Rate * StepGrowth, now);
                break;
            case Phase.Holding when age >= probeInterval:
                Change(Rate * (1 + probe), now);
                log.Add($"Pacing: no refusal for {Text(age)} s; trying {Text(Rate)} requests a second.");
                (probe, probeInterval) = (Math.Min(probe * 2, 1), NextProbeInterval);
                break;
        }
    }

    /// <summary>A request was let through.</summary>
    /// <param name="sent">When it was sent.</param>
    internal void Accepted(double sent)
    {
        // Sent after the one that was refused, and before that was known: let through by what came in meanwhile.
        if (sent > refused && sent < lastRefusal) return;
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            if (sent < steps[i].Start) continue;
            steps[i].Accepted++;
            return;
        }
    }

    /// <summary>A request was refused for coming too soon. Refusals of requests sent before the last one was known add nothing.</summary>
    /// <param name="sent">When it was sent.</param>
    /// <param name="now">When that was known.</param>
    /// <param name="wait">How long everything waits now, in seconds.</param>
    internal void Refused(double sent, double now, double wait)
    {
        if (sent < lastRefusal) return;
        // What was sent before is still being answered; it counts, and there is time until the next request.
        (refused, lastRefusal, pause) = (sent, now, wait);
        if (phase == Phase.Free) log.Add($"Pacing: the platform refuses requests; after a pause of {Text(wait)} s they begin slowly.");
    }

    private void Conclude(double resume)
    {
        var accepted = steps.Sum(step => step.Accepted);
        if (phase == Phase.Free && pause <= LongestRepeat) Repeat(accepted, resume);
        else if (phase is Phase.Free or Phase.Repeating) BeginSlowly(accepted, resume);
        else if (accepted == 0) Endure(resume);
        else Settle(resume);
        refused = double.NegativeInfinity;
    }

    private void Repeat(int accepted, double resume)
    {
        phase = Phase.Repeating;
        steps.Clear();
        Change(Math.Max(accepted, 1) / BurstSeconds, resume);
    }

    private void BeginSlowly(int accepted, double resume)
    {
        (burst, burstSeconds) = (accepted, refused - steps[0].Start);
        floor = Math.Max(burst, 1) / (burstSeconds + Math.Max(pause, ShortestMeasurement));
        phase = Phase.SlowStart;
        steps.Clear();
        // The floor is the least that is allowed; mostly it is far more.
        Change(Math.Max(2 * floor, SlowestStart), resume);
    }

    // Where nothing at all gets through, the rate is not the reason, and there is nothing to measure.
    private void Endure(double resume)
    {
        steps.Clear();
        Begin(resume);
        log.Add("Pacing: refused again, with nothing let through; waiting once more.");
    }

    private void Settle(double resume)
    {
        // What was once accepted over a burst and its pause is no lower bound any more when it is refused.
        if (Rate <= floor * 1.02) floor = 0;
        var measured = Math.Max(Measure(), floor) * Caution;
        // The slow start ends far above the rate; what was measured is not.
        var isUsable = measured > (phase == Phase.Holding ? Rate * MostFall : 0);
        probeInterval = isUsable ? Math.Min(Math.Max(probeInterval, FirstProbeInterval) * 2, LongestProbeInterval) : NextProbeInterval;
        probe = FirstProbe;
        phase = Phase.Holding;
        steps.Clear();
        Change(isUsable ? Math.Min(measured, Rate * LeastFall) : Rate * MostFall, resume);
        log.Add($"Pacing: refused again; holding {Text(Rate)} requests a second.");
    }

    private double Measure()
    {
        var accepted = 0;
        var rate = 0d;
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            accepted += steps[i].Accepted;
            var seconds = refused - steps[i].Start - burstSeconds;
            if (seconds >= ShortestMeasurement) rate = Math.Max(rate, (accepted - burst) / seconds);
        }

        return rate;
    }

    private void Change(double rate, double now)
    {
        Rate = Math.Max(rate, LowestRate);
        Begin(now);
        if (steps.Count > StepsKept) steps.RemoveAt(0);
    }

    private void Begin(double now) => steps.Add(new Step(now));

    private static string Text(double value) => value.ToString(value < 100 ? "0.##" : "0", System.Globalization.CultureInfo.InvariantCulture);

    private sealed class Step(double start)
    {
        internal double Start => start;

        internal int Accepted { get; set; }
    }
}
