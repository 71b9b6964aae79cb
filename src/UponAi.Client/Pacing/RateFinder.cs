namespace UponAi.Client.Pacing;

/// <summary>
/// Finds how many requests a second the platform accepts, and holds that. Free until the first refusal; then a slow start from
/// what was accepted so far, in steps, to the next refusal; then the measured rate, with rare probes upward. Knows no clock and no
/// threads: times are seconds, given by the caller.
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
    private const double StepSeconds = 0.3;
    private const double StepGrowth = 1.5;
    private const int StepsKept = 4;

    // Shorter measurements are mostly rounding.
    private const double ShortestMeasurement = 0.1;

    // A little below what was measured, so that its error does not become a refusal. A short measurement errs to the low side already.
    private const double Caution = 0.99;
    private const double LongMeasurement = 2;

    private const double LowestRate = 0.1;
    private const double FirstProbeInterval = 10;
    private const double NextProbeInterval = 5;
    private const double LongestProbeInterval = 300;
    private const double FirstProbe = 0.05;

    private readonly List<Step> steps = [];
    private Phase phase = Phase.Free;
    private double burst;
    private double burstBegan;
    private double burstSeconds;
    private double pause;
    private double floor;
    private bool isBurstOpen;
    private double lastRefusal = double.NegativeInfinity;
    private double refused = double.NegativeInfinity;
    private double probe = FirstProbe;
    private double probeInterval = FirstProbeInterval;

    private enum Phase
    {
        Free,
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
        if (steps.Count == 0) steps.Add(new Step(now));
        isBurstOpen = false;
        if (!double.IsNegativeInfinity(refused)) Conclude(now);
        var step = steps[steps.Count - 1];
        var age = now - step.Start;
        switch (phase)
        {
            case Phase.Free when age >= 1:
                Begin(now);
                if (steps.Count > 2) steps.RemoveAt(0);
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
    /// <param name="now">When that was known.</param>
    internal void Accepted(double sent, double now)
    {
        if (sent < lastRefusal)
        {
            // Sent before the first refusal, answered after it: still a part of the burst.
            if (isBurstOpen) CountBurst(burst + 1, now - burstBegan);
            if (isBurstOpen || sent > refused) return;
        }

        for (var i = steps.Count - 1; i >= 0; i--)
        {
            if (sent < steps[i].Start) continue;
            steps[i].Count(now);
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
        lastRefusal = now;
        var resume = now + wait;
        if (phase == Phase.Free) BeginSlowly(wait, resume);
        // What was sent before is still being answered; it counts, and there is time until the next request.
        else refused = sent;
    }

    private void BeginSlowly(double wait, double resume)
    {
        var burstSteps = steps.Where(step => step.Accepted > 0).ToList();
        burstBegan = burstSteps.Count == 0 ? resume - wait : burstSteps[0].FirstAnswer;
        var burstEnded = burstSteps.Count == 0 ? burstBegan : burstSteps[burstSteps.Count - 1].LastAnswer;
        pause = Math.Max(wait, ShortestMeasurement);
        phase = Phase.SlowStart;
        isBurstOpen = true;
        steps.Clear();
        Begin(resume);
        CountBurst(burstSteps.Sum(step => step.Accepted), burstEnded - burstBegan);
        log.Add($"Pacing: the platform refuses requests; after a pause of {Text(wait)} s they begin slowly.");
    }

    private void CountBurst(double accepted, double seconds)
    {
        (burst, burstSeconds) = (accepted, seconds);
        floor = Math.Max(burst, 1) / (burstSeconds + pause);
        Rate = Math.Max(floor, SlowestStart);
    }

    private void Conclude(double resume)
    {
        if (steps.Sum(step => step.Accepted) == 0) Endure(resume);
        else Settle(resume);
        refused = double.NegativeInfinity;
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
        var measured = Math.Max(Measure(), floor * Caution);
        var isUsable = measured > 0 && measured < Rate;
        probeInterval = isUsable ? Math.Min(Math.Max(probeInterval, FirstProbeInterval) * 2, LongestProbeInterval) : NextProbeInterval;
        probe = FirstProbe;
        phase = Phase.Holding;
        steps.Clear();
        Change(isUsable ? measured : Rate / 2, resume);
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
            if (seconds < ShortestMeasurement) continue;
            var slope = (accepted - burst) / seconds;
            rate = Math.Max(rate, slope * (seconds < LongMeasurement ? 1 : Caution));
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

        internal int Accepted { get; private set; }

        /// <summary>Answers and not requests tell how long the platform took to accept: the first requests of a process travel slowly.</summary>
        internal double FirstAnswer { get; private set; }

        internal double LastAnswer { get; private set; }

        internal void Count(double now)
        {
            if (Accepted++ == 0) FirstAnswer = now;
            LastAnswer = now;
        }
    }
}
