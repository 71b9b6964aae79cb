namespace UponAi.Client.Pacing;

/// <summary>
/// Finds for the <see cref="AdaptiveLimiter"/> how many requests a second the platform accepts. There is no limit until
/// the first refusal. A refusal shows that the requests since the refusal before used up the limit, so their number
/// divided by the time is an estimate of the limit. A rate is held for a while and then grows faster and faster until a
/// request is refused. The limit lies between the held and the refused rate, so the next rate is in the middle. A
/// refusal while the rate is held cuts the rate by a twentieth to a tenth. Each further refusal doubles the cut, up to
/// half. A platform with a window gets its average rate. All times are in seconds of the pacer's clock.
/// </summary>
internal sealed class SendingRate
{
    // A rate is held for as long as it takes to send some requests.
    private const double MinHold = 1;
    private const double MaxHold = 10;
    private const int RequestsPerHold = 20;

    // After a longer pause without a window, the rate is held for MaxHold, because the next refusal would stop all
    // requests for as long again. A hint of one second is shorter, because it often stands for less.
    private const double CostlyPause = 1.5;

    // A growing rate is twice as high after this time, and sixteen times as high after twice this time.
    private const double DoublingTime = 0.8;
    private const double MaxGrowthPerRequest = 2;

    // Slow responses keep the used rate far below a growing rate. After a refusal, the rate is first lowered to so many
    // times the used rate.
    private const double MaxTimesUsed = 4;

    private const double MinCut = 0.05;
    private const double MaxCut = 0.5;

    // A measurement with very few requests can be far too low, so no rate is below these. The first measurement is the
    // least reliable, because other processes may have used up the limit.
    private const double MinRate = 0.1;
    private const double MinFirstRate = 10;

    // Timers wake late. The requests of so many seconds are then sent at once, so that no rate is lost.
    private const double MaxCatchUp = 0.01;

    // Before the first refusal: after so many seconds without a request, the count of accepted requests begins again.
    private const double MaxIdle = 1;

    // A token bucket: `available` requests may be sent at once. The number grows with the rate, up to the larger of
    // `burst` and the requests of MaxCatchUp.
    private double available = 1;
    private double burst = 1;
    private double refilled;

    // Counts since the last pause: all accepted requests, and those that were sent while the rate grew.
    private int accepted;
    private int acceptedGrowing;

    // When the last refused request was sent, when the last pause ended, and when the rate begins to grow.
    private double refusedAt;
    private double resumedAt;
    private double growAt = double.PositiveInfinity;

    // `held` is the rate after the last pause. `cut` is the part of the rate that the last refusal removed.
    private double held;
    private double cut;
    private bool isWindowRefuted;

    /// <summary>Gets the requests a second; infinite before the first refusal.</summary>
    internal double Rate { get; private set; } = double.PositiveInfinity;

    /// <summary>True if nothing limits the rate.</summary>
    internal bool IsFree => double.IsPositiveInfinity(Rate);

    /// <summary>Returns when the next request may be sent.</summary>
    internal double NextSend(double now)
    {
        Refill(now);
        return available >= 1 ? now : now + (1 - available) / Rate;
    }

    /// <param name="idle">The seconds since the request before.</param>
    internal void Sent(double now, double idle)
    {
        Refill(now);
        available--;
        if (IsFree && idle > MaxIdle) (accepted, refusedAt, resumedAt) = (0, now, now);
    }

    internal void Accepted(double sent)
    {
        accepted++;
        if (sent < growAt) return;
        acceptedGrowing++;
        var grown = held * Math.Pow(2, Math.Pow((sent - growAt) / DoublingTime, 2));
        Rate = Math.Max(Rate, Math.Min(Rate * MaxGrowthPerRequest, grown));
    }

    /// <summary>Lets the rate grow later, by the time of some requests.</summary>
    internal void GrowLater(int requests) => growAt += requests / Rate;

    /// <summary>Returns true if the platform accepted as many requests since the last pause as before it.</summary>
    /// <param name="inFlight">How many requests are in flight. They count as accepted.</param>
    internal bool IsWindowUsedUp(int inFlight) => burst > 1 && accepted + inFlight >= burst;

    /// <summary>Adapts the rate after a pause that refusals caused.</summary>
    /// <param name="now">When the test that ended the pause was sent.</param>
    internal void Resume(in Pause pause, double now)
    {
        var isFirst = IsFree;
        var period = now - resumedAt;
        // A platform with a window accepts a number of requests and then none for a while. It accepts about the same
        // number after each pause. Otherwise, the pause was only as long as the platform's hint.
        isWindowRefuted |= burst > 1 && accepted < burst / 2;
        var isWindow = !isWindowRefuted && accepted > 0 && pause.IsLong && pause.Length > period / 2;
        if (isWindow) Rate = PerSecond(accepted, period);
        // The platform would have accepted a request at some time between the last refusal and the end of the pause.
        // The limit is between the rates until these two times.
        else if (isFirst)
            Rate = GeometricMean(PerSecond(accepted, period), PerSecond(accepted, pause.LastRefused - resumedAt));
        else Lower(pause);

        held = Rate = Math.Max(Rate, isFirst ? MinFirstRate : MinRate);
        burst = isWindow ? accepted : 1;
        available = burst - 1;
        var hold = isFirst ? 0 : Math.Max(MinHold, Math.Min(RequestsPerHold / Rate, MaxHold));
        growAt = now + (!isWindow && pause.Length > CostlyPause ? MaxHold : hold);
        (accepted, acceptedGrowing) = (0, 0);
        (refusedAt, resumedAt, refilled) = (pause.LastRefused, now, now);
    }

    private void Lower(in Pause pause)
    {
        var measured = PerSecond(accepted + 1, pause.LastRefused - refusedAt);
        var used = PerSecond(acceptedGrowing, pause.LastRefused - growAt);
        Rate = Math.Min(Rate, Math.Max(held, MaxTimesUsed * used));
        var isGrown = Rate > held;
        cut = isGrown ? MinCut : Math.Min(cut * 2, MaxCut);
        var part = 1 - (pause.IsRepeated ? MaxCut : cut);
        var least = isGrown ? Math.Max(GeometricMean(held, Rate), Rate * (1 - MaxCut)) : Rate * part;
        Rate = Math.Min(Math.Max(measured, least), Rate * (1 - MinCut));
    }

    private void Refill(double now)
    {
        var most = Math.Max(burst, Rate * MaxCatchUp);
        available = IsFree ? 1 : Math.Min(most, available + (now - refilled) * Rate);
        refilled = now;
    }

    private static double PerSecond(int count, double seconds) => Math.Max(count, 1) / Math.Max(seconds, 0.001);

    private static double GeometricMean(double low, double high) => Math.Sqrt(low * high);
}
