namespace UponAi.Client.Pacing;

/// <summary>
/// Finds how many requests a second the platform accepts. There is no limit until the first refusal. After that the
/// rate is either held or grows, slowly at first and then faster and faster, until a request is refused. A refusal
/// lowers the rate to what was really accepted of late, by a twentieth at least. Times are seconds, given by the
/// caller.
/// </summary>
internal sealed class SendingRate
{
    // A little below what was measured, so that the error of the measurement does not become a refusal.
    private const double Caution = 0.95;
    private const double DeepestCut = 0.5;
    private const double CutAfterSecondRefusal = 0.2;

    // Refusals that follow each other so soon show that the limit has fallen far: each cut is twice the cut before.
    private const double Soon = 0.5;
    private const int FewRequests = 5;

    // While the rate grows it is twice as high after this time, sixteen times after twice this time, and at most
    // twice as high per request.
    private const double DoublingTime = 0.7;
    private const double LargestStep = 2;

    // How long a rate is held before it grows again. Growth that was refused makes the next attempt later.
    private const double ShortestHold = 1;
    private const double LongestHold = 8;
    private const double HoldGrowth = 1.5;
    private const double RequestsPerHold = 20;
    private const double LongestHoldOfFew = 10;

    // Growth stops at a rate that held within the last minute, and begins again from there.
    private const double Remembered = 60;
    private const double FarBelowHeld = 0.7;

    private const double MeasuredTime = 0.5;
    private const int MeasuredRequests = 10;
    private const double LongestMeasurement = 2;

    // A lower rate is the mistake of a measurement with very few requests.
    private const double MinRate = 0.1;

    // One accepted request says little about the rate.
    private const double LowestStart = 4;

    // A timer that wakes late must not lower the rate: requests for so many seconds are sent later. A platform that
    // accepts no two requests in a row refuses them soon, so each refusal soon after another halves the time.
    private const double MaxCatchUp = 0.02;

    private readonly Queue<double> recent = new();
    private double tokens = 1;
    private double burst = 1;
    private double catchUp = MaxCatchUp;
    private double refilled;
    private double lastSent;
    private double lastAccepted;
    private double stretchStart;
    private int accepted;
    private int acceptedBefore;
    private double growingSince = double.PositiveInfinity;
    private double grownFrom;
    private int grownAccepted;
    private double nextGrowth = double.PositiveInfinity;
    private double hold = ShortestHold;
    private double held;
    private double heldAt;
    private double cut;

    /// <summary>Requests a second; infinite before the first refusal.</summary>
    internal double Rate { get; private set; } = double.PositiveInfinity;

    internal bool IsFree => double.IsPositiveInfinity(Rate);

    private bool IsGrowing => !double.IsPositiveInfinity(growingSince);

    private int AcceptedInStretch => Math.Max(accepted + acceptedBefore, 1);

    /// <summary>Returns when the next request may be sent.</summary>
    internal double NextSend(double now)
    {
        Refill(now);
        return tokens >= 1 ? now : now + (1 - tokens) / Rate;
    }

    internal void Sent(double now)
    {
        Refill(now);
        tokens--;
        if (!IsFree) Grow(now);
        else if (now - stretchStart > 1) (stretchStart, acceptedBefore, accepted) = (now, accepted, 0);
        lastSent = now;
    }

    internal void Accepted(double sent)
    {
        accepted++;
        if (sent >= growingSince) grownAccepted++;
        lastAccepted = Math.Max(lastAccepted, sent);
        if (IsFree) return;
        recent.Enqueue(sent);
        while (recent.Count > MeasuredRequests && recent.Peek() < sent - LongestMeasurement) recent.Dequeue();
    }

    /// <summary>Adapts the rate after a pause that refusals caused.</summary>
    internal void Resume(in Pause pause)
    {
        var was = Rate;
        var stretch = pause.RefusedSent - stretchStart;
        var average = AcceptedInStretch / (stretch + pause.Length);
        if (pause.Length >= stretch && (IsFree || pause.IsLong))
        {
            // The platform accepts a number of requests and then none for a while: after the pause as many may go at
            // once again.
            Rate = Math.Max(average, IsFree && AcceptedInStretch < FewRequests ? LowestStart : MinRate);
            burst = AcceptedInStretch;
            StartGrowth(pause.Until, from: 0);
        }
        else
        {
            var measured = Caution * (pause.IsRepeated ? average : Measure(pause.RefusedSent, stretch));
            var next = IsFree ? measured
                : IsGrowing && grownFrom > 0 ? AfterGrowth(pause, measured)
                : AfterHold(pause, stretch, measured);
            Rate = Math.Max(next, MinRate);
            hold = IsGrowing && Rate > FarBelowHeld * held ? Math.Min(hold * HoldGrowth, LongestHold) : ShortestHold;
            if (IsGrowing) cut = (1 - Caution) / 2;
            burst = 1;
            Hold(pause.Until);
        }

        (accepted, acceptedBefore, stretchStart) = (0, 0, pause.Until);
        (tokens, refilled, lastSent) = (Math.Min(burst - 1, Rate * pause.Length), pause.Until, pause.Until);
        if (pause.IsHinted || double.IsPositiveInfinity(was)) recent.Clear();
    }

    private void Refill(double now)
    {
        var most = Math.Max(burst, Math.Max(1, Rate * catchUp));
        tokens = IsFree ? 1 : Math.Min(most, tokens + (now - refilled) * Rate);
        refilled = now;
    }

    private void Grow(double now)
    {
        if (now >= nextGrowth)
        {
            StartGrowth(now, Rate);
            catchUp = Math.Min(catchUp * 2, MaxCatchUp);
            if (Rate > held || now - heldAt > Remembered) (held, heldAt) = (Rate, now);
        }

        if (!IsGrowing) return;
        var seconds = Math.Min(now - lastSent, LargestStep / Rate);
        // Growth follows the responses, so that slow ones do not let it run far ahead of the limit.
        var age = Math.Max(0, lastAccepted - growingSince);
        var doublings = 2 * age * seconds / (DoublingTime * DoublingTime);
        var faster = Rate * Math.Min(LargestStep, Math.Pow(2, doublings));
        if (Rate < held * 0.99 && faster >= held && now - heldAt < Remembered)
        {
            Rate = held;
            Hold(now);
        }
        else
        {
            Rate = faster;
        }
    }

    private void StartGrowth(double now, double from) =>
        (growingSince, grownFrom, grownAccepted, nextGrowth) = (now, from, 0, double.PositiveInfinity);

    private void Hold(double now)
    {
        growingSince = double.PositiveInfinity;
        nextGrowth = now + Math.Max(hold, Math.Min(RequestsPerHold / Rate, LongestHoldOfFew));
    }

    // The rate is between the one that held and the one that was refused.
    private double AfterGrowth(in Pause pause, double measured)
    {
        var better = pause.IsRepeated
            ? Math.Max(grownFrom, Caution * grownAccepted / (pause.RefusedSent - growingSince + pause.Length))
            : Math.Max(measured, Math.Sqrt(grownFrom * Rate));
        return Math.Min(better, Caution * Rate);
    }

    private double AfterHold(in Pause pause, double stretch, double measured)
    {
        var isSoon = stretch < Math.Max(Soon, FewRequests / Rate);
        if (isSoon) catchUp /= 2;
        cut = isSoon ? Math.Min(cut * 2, DeepestCut) : 1 - Caution;
        if (pause.IsRepeated) cut = Math.Max(cut, CutAfterSecondRefusal);
        return Math.Min(Caution * Rate, Math.Max(measured, Rate * (1 - cut)));
    }

    // Pauses that are short are part of what was measured.
    private double Measure(double at, double stretch)
    {
        var times = recent.Where(sent => sent <= at).ToArray();
        if (times.Length < 3) return AcceptedInStretch / Math.Max(stretch, 0.01);
        var count = times.Count(sent => sent >= at - MeasuredTime);
        if (count >= MeasuredRequests && at - times[0] > MeasuredTime) return count / MeasuredTime;
        count = Math.Max(count, Math.Min(MeasuredRequests, times.Length));
        return (count - 1) / Math.Max(at - times[times.Length - count], 0.001);
    }
}

/// <summary>A pause that refusals caused. Times are seconds of the pacer's clock.</summary>
/// <param name="RefusedSent">When the request was sent that was refused first.</param>
/// <param name="From">When the refusal arrived.</param>
/// <param name="Until">When the first request was sent that was accepted again.</param>
/// <param name="IsHinted">True if the platform said how long to wait, and all requests waited so long.</param>
/// <param name="IsHintLong">True if the platform asked for more than a second.</param>
/// <param name="IsRepeated">True if a request that was sent after the pause was refused too.</param>
internal readonly record struct Pause(
    double RefusedSent, double From, double Until, bool IsHinted, bool IsHintLong, bool IsRepeated)
{
    private const double LongPause = 1.2;

    internal double Length => Until - From;

    internal bool IsLong => Length > LongPause;
}
