namespace UponAi.Client.Pacing;

/// <summary>
/// Recognises that the platform is down: requests of several rows fail one after the other, with no good response
/// between, although the platform had answered before. While it is down a single request goes out now and then to see
/// whether it answers again. Times are seconds, given by the caller.
/// </summary>
internal sealed class OutageDetector
{
    private const int FailuresInARow = 8;
    private const int RequestsInvolved = 2;
    private const double FirstProbeInterval = 0.5;
    private const double LongestProbeInterval = 4;

    private readonly HashSet<object> failing = [];
    private bool hasAnswered;
    private int failures;
    private double probeInterval;

    /// <summary>When the outage was recognised; <c>null</c> while there is none.</summary>
    internal double? Since { get; private set; }

    /// <summary>When the next request may go out while the platform is down.</summary>
    internal double NextProbe { get; private set; }

    /// <summary>Takes a failed attempt.</summary>
    /// <param name="request">The request, which may fail more than once.</param>
    /// <returns>True if the outage is the reason, and not the request.</returns>
    internal bool Failed(object request, double sent, double now)
    {
        if (Since is { } since)
        {
            if (sent <= since) return true;
            probeInterval = Math.Min(probeInterval * 2, LongestProbeInterval);
            NextProbe = now + probeInterval;
            return true;
        }

        failures++;
        failing.Add(request);
        if (!hasAnswered || failures < FailuresInARow || failing.Count < RequestsInvolved) return false;
        (Since, probeInterval, NextProbe) = (now, FirstProbeInterval, now + FirstProbeInterval);
        return true;
    }

    /// <summary>Takes a response that shows that the platform works.</summary>
    /// <returns>True if an outage is over.</returns>
    internal bool Answered(double sent)
    {
        if (sent <= Since) return false;
        hasAnswered = true;
        var wasDown = Since is not null;
        Clear();
        return wasDown;
    }

    /// <summary>Forgets a request that has ended.</summary>
    internal void Forget(object request) => failing.Remove(request);

    /// <summary>Gives up waiting for the end of the outage.</summary>
    internal void GiveUp()
    {
        hasAnswered = false;
        Clear();
    }

    private void Clear()
    {
        Since = null;
        failures = 0;
        failing.Clear();
    }
}
