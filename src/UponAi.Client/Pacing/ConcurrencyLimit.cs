namespace UponAi.Client.Pacing;

/// <summary>
/// Finds for the <see cref="AdaptiveLimiter"/> how many requests the platform accepts at the same time. There is no
/// limit until a request is refused without a hint while others are in flight and no rate is known. From time to time,
/// one request more than the limit is sent as a probe, to find out whether the limit has risen. A refusal with far
/// fewer requests in flight than the limit shows that concurrency is not the reason. All times are in seconds of the
/// pacer's clock.
/// </summary>
internal sealed class ConcurrencyLimit
{
    private const int None = int.MaxValue;

    private const double FirstProbeInterval = 0.25;
    private const double MaxProbeInterval = 4;

    // A refusal up to a quarter below the limit lowers it. A refusal further below refutes the limit, and so does the
    // third refusal below the limit without one at the limit in between.
    private const double CorrectedPart = 0.25;
    private const int RefutingCorrections = 3;

    private int limit = None;

    // After an outage, a second limit that grows with each accepted request.
    private int ramp = None;
    private int corrections;
    private double firstRefusal;
    private double lastRefusal;
    private double probeInterval;
    private double nextProbe;
    private double latency;
    private bool isProbeAllowed;

    internal bool IsLimited => limit != None;

    /// <summary>
    /// Returns when another request may be sent. Infinite if a request in flight has to end first.
    /// </summary>
    /// <param name="lastSent">When the previous request was sent.</param>
    internal double NextSend(int inFlight, double lastSent, double now)
    {
        if (inFlight < Math.Min(ramp, limit)) return now;
        if (inFlight >= ramp || inFlight > limit || !isProbeAllowed) return double.PositiveInfinity;
        // A platform that limits the rate may refuse the second of two quick requests, so the probe keeps a distance.
        return Math.Max(now, lastSent + latency / (2 * limit));
    }

    /// <summary>
    /// Begins with one request at a time, and doubles the number with each round trip, until
    /// <see cref="ConnectionSettings.MaxRequestsInFlight"/>.
    /// </summary>
    internal void StartGently() => ramp = 1;

    /// <summary>Removes the limit: something else is the reason for the refusals.</summary>
    internal void Forget() => (limit, isProbeAllowed) = (None, false);

    internal void Sent(in RequestPermit permit)
    {
        if (permit.InFlight > limit) isProbeAllowed = false;
    }

    internal void Accepted(in RequestPermit permit, double now)
    {
        latency = now - permit.Sent;
        if (ramp != None) ramp = ramp < ConnectionSettings.MaxRequestsInFlight ? ramp + 1 : None;
        if (limit == None || permit.Sent <= lastRefusal || permit.InFlight < limit) return;
        // An accepted probe raises the limit, and the next probe may follow at once.
        if (permit.InFlight > limit) (limit, nextProbe) = (permit.InFlight, now);
        if (now < nextProbe) return;
        (isProbeAllowed, nextProbe) = (true, double.PositiveInfinity);
    }

    /// <summary>Lowers the limit after a refusal, if concurrency can be the reason.</summary>
    /// <param name="inFlight">How many other requests are in flight.</param>
    /// <returns>False if concurrency cannot be the reason for the refusal.</returns>
    internal bool TryExplainRefusal(in RequestPermit permit, int inFlight, double now)
    {
        if (limit == None)
        {
            if (inFlight == 0) return false;
            (limit, firstRefusal, lastRefusal) = (inFlight, now, now);
            (probeInterval, nextProbe, corrections) = (FirstProbeInterval, now, 0);
            return true;
        }

        // Requests overtake each other, so an accepted request may have been sent after the refused request.
        var accepted = Math.Max(permit.InFlight - 1, inFlight);
        if (permit.Sent < lastRefusal)
        {
            // The limit began as the number in flight at the first refusal. Each of these requests that is refused
            // too lowers the limit by one.
            Lower(permit.Sent < firstRefusal ? limit - 1 : accepted);
            return true;
        }

        if (accepted >= limit)
        {
            corrections = 0;
            Refuse(limit, Math.Min(probeInterval * 2, MaxProbeInterval), now);
            return true;
        }

        var isFarBelow = accepted < Math.Max(1, limit - Math.Max(1, limit * CorrectedPart));
        if (isFarBelow || ++corrections >= RefutingCorrections) return false;
        Refuse(accepted, probeInterval, now);
        return true;
    }

    private void Refuse(int to, double interval, double now)
    {
        Lower(to);
        (isProbeAllowed, lastRefusal, probeInterval, nextProbe) = (false, now, interval, now + interval);
    }

    private void Lower(int to) => limit = Math.Max(1, Math.Min(limit, to));
}
