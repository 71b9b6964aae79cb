namespace UponAi.Client.Pacing;

/// <summary>
/// Recognizes for the <see cref="Pacer"/> that the platform is down: several requests fail although the platform had
/// responded before, and no request that was sent later succeeds. Until the platform responds again, a single request
/// goes now and then as a test. The caller gives all times, in seconds of the pacer's clock.
/// </summary>
internal sealed class OutageDetector
{
    private const int MinFailures = 8;
    private const int MinRequests = 2;
    private const double FirstTestInterval = 0.5;
    private const double MaxTestInterval = 4;

    // Responses overtake each other. A request that succeeds says only that the platform worked when it was sent.
    private readonly List<(object Request, double Sent)> failures = [];
    private double lastSuccess = double.NegativeInfinity;
    private double testInterval;

    /// <summary>Gets when the outage was recognized, or null without an outage.</summary>
    internal double? Since { get; private set; }

    /// <summary>True if the outage lasts so long that requests no longer wait for its end.</summary>
    internal bool IsGivenUp { get; private set; }

    /// <summary>Gets when the next test may be sent.</summary>
    internal double NextTest { get; private set; }

    /// <summary>Takes a failed attempt.</summary>
    /// <param name="request">The request, which may fail more than once.</param>
    /// <returns>True if the outage is the reason, and not the request.</returns>
    internal bool Failed(object request, double sent, double now)
    {
        if (Since is { } since)
        {
            if (sent <= since) return true;
            testInterval = Math.Min(testInterval * 2, MaxTestInterval);
            NextTest = now + testInterval;
            return true;
        }

        if (double.IsNegativeInfinity(lastSuccess) || sent < lastSuccess) return false;
        if (failures.Count == MinFailures) failures.RemoveAt(0);
        failures.Add((request, sent));
        if (failures.Count < MinFailures) return false;
        if (failures.Select(failure => failure.Request).Distinct().Count() < MinRequests) return false;
        (Since, testInterval, NextTest) = (now, FirstTestInterval, now + FirstTestInterval);
        return true;
    }

    /// <summary>Takes a response that shows that the platform works.</summary>
    /// <returns>True if an outage is over.</returns>
    internal bool Answered(double sent)
    {
        if (sent <= Since) return false;
        lastSuccess = Math.Max(lastSuccess, sent);
        failures.RemoveAll(failure => failure.Sent <= sent);
        var wasDown = Since is not null;
        (Since, IsGivenUp) = (null, false);
        return wasDown;
    }

    /// <summary>Forgets the outage and all failures.</summary>
    internal void End()
    {
        failures.Clear();
        (Since, IsGivenUp) = (null, false);
    }

    /// <summary>
    /// Forgets the failures of a request that may have failed for a reason of its own.
    /// </summary>
    internal void Forget(object request) => failures.RemoveAll(failure => failure.Request == request);

    /// <summary>
    /// Gives up waiting for the end of the outage. Until the platform responds again, only tests are sent.
    /// </summary>
    internal void GiveUp() => IsGivenUp = true;
}
