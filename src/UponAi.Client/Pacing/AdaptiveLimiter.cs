namespace UponAi.Client.Pacing;

/// <summary>
/// Decides for the <see cref="Pacer"/> when the next request may be sent, by what the platform accepts and refuses.
/// Requests flow as fast as rate and concurrency allow. A refusal stops all requests for a while. Then one request goes
/// alone as a test, and the others follow unless the platform refuses the test. All times are in seconds of the pacer's
/// clock. Not thread-safe: the pacer holds its lock during each call.
/// </summary>
internal sealed class AdaptiveLimiter(PacingLog log)
{
    // Without a hint, a pause lasts for the interval between two requests at the current rate, within these limits. If
    // the test is refused, the next wait is twice as long, up to MaxPause or twice the hint.
    private const double MinPause = 0.05;
    private const double MaxPause = 0.5;

    // Retry-After counts whole seconds, so a single second may stand for any shorter time. Once a rate is known, such a
    // hint is ignored. It counts again when a test is refused although the hinted time has passed.
    private const double VagueHint = 1;

    // After a long pause, the platform probably needs an equal pause the next time. The next pause is a little shorter,
    // so that the pauses shrink when the platform needs less.
    private const double PartOfLastPause = 0.95;

    // A platform may refuse single requests for another reason than a limit. Each refusal raises the suspicion of a
    // limit by this number, and each accepted request lowers the suspicion by one. At MaxSuspicion, each refusal
    // counts as a limit.
    private const int AcceptedPerRefusal = 8;
    private const int MaxSuspicion = 8 * AcceptedPerRefusal;

    // If the platform gives no hints, a single refusal after so many accepted requests only delays the growth of the
    // rate, by the time of as many requests. A second refusal among them counts as a limit.
    private const int AcceptedBeforeLoneRefusal = 15;

    // If a test has no response after this time, another test is sent, so that one slow request does not stop the
    // others.
    private const double TestPatience = 2;

    // The first requests are sent StartSpacing apart. Each response releases another request, so requests that start
    // together would stay together, and the platform would refuse many before the first refusal arrives.
    private const double StartSeconds = 0.2;
    private const double StartSpacing = 0.001;

    private readonly SendingRate rate = new();
    private readonly ConcurrencyLimit concurrency = new();
    private State state;
    private double startedAt = double.PositiveInfinity;
    private double lastSent = double.NegativeInfinity;
    private int suspicion;
    private int acceptedInARow;
    private bool givesHints;
    private Pause pause = new(double.NegativeInfinity, 0, 0, IsRepeated: false);

    // The wait that the hint or the rate asks for. Doubles with each refused test.
    private double wait;

    // 0 if the last pause was short.
    private double lastLongPause;

    private enum State
    {
        Flowing,
        Paused,
        Testing,
    }

    /// <summary>Gets the number of requests in flight.</summary>
    internal int InFlight { get; private set; }

    /// <summary>Gets the requests a second; infinite before the first refusal.</summary>
    internal double Rate => rate.Rate;

    /// <summary>Returns when the next request may be sent; infinite if a request in flight has to end first.</summary>
    internal double NextSend(double now) => state switch
    {
        State.Testing => Math.Max(now, lastSent + TestPatience),
        State.Paused => Math.Max(now, pause.Until),
        _ => Math.Max(
            InFlight > 0 && now < startedAt + StartSeconds ? lastSent + StartSpacing : now,
            Math.Max(concurrency.NextSend(InFlight, lastSent, now), rate.NextSend(now))),
    };

    /// <summary>Records that a request is sent now, and returns its permit.</summary>
    internal RequestPermit Send(double now)
    {
        InFlight++;
        var idle = now - lastSent;
        (startedAt, lastSent) = (Math.Min(startedAt, now), now);
        var permit = new RequestPermit(now, InFlight, IsTest: state != State.Flowing);
        if (permit.IsTest)
        {
            state = State.Testing;
            return permit;
        }

        rate.Sent(now, idle);
        concurrency.Sent(permit);
        return permit;
    }

    /// <summary>
    /// Takes the result of a request that was not refused. A test that was not refused ends the pause, even if the test
    /// failed. After an abandoned test, another test follows.
    /// </summary>
    internal void Complete(in RequestPermit permit, AttemptOutcome outcome, double now)
    {
        InFlight--;
        if (permit.IsTest && state == State.Testing)
        {
            if (outcome == AttemptOutcome.Abandoned) state = State.Paused;
            else Resume(permit.Sent);
        }

        if (outcome != AttemptOutcome.Answered) return;
        suspicion = Math.Max(0, suspicion - 1);
        acceptedInARow++;
        rate.Accepted(permit.Sent);
        concurrency.Accepted(permit, now);
    }

    /// <summary>Takes a refusal.</summary>
    /// <param name="hint">How long the platform asks to wait, in seconds; <c>null</c> if it does not say.</param>
    internal void Refuse(in RequestPermit permit, double? hint, double now)
    {
        InFlight--;
        suspicion = Math.Min(MaxSuspicion, suspicion + AcceptedPerRefusal);
        givesHints |= hint is not null;
        if (permit.IsTest && state == State.Testing) WaitAgain(permit.Sent, hint, now);
        // A request that was sent before the pause was refused for a reason that the pause already handles.
        else if (state == State.Flowing && permit.Sent >= pause.From)
        {
            if (IsLimit(hint)) StartPause(permit, hint, now);
            else if (!givesHints) rate.GrowLater(AcceptedBeforeLoneRefusal);
        }

        acceptedInARow = 0;
    }

    /// <summary>Begins with few requests at the same time, after an outage.</summary>
    internal void StartGently() => concurrency.StartGently();

    // A refusal with a hint always counts as a limit. On a platform that never gave a hint, a refusal counts if a limit
    // of concurrency is known, or if it follows few accepted requests at a known rate. Many refusals always count.
    private bool IsLimit(double? hint) =>
        hint is not null || suspicion == MaxSuspicion
            || (!givesHints && (concurrency.IsLimited || (!rate.IsFree && acceptedInARow < AcceptedBeforeLoneRefusal)));

    private void StartPause(in RequestPermit permit, double? hint, double now)
    {
        if (hint is null && rate.IsFree && concurrency.TryExplainRefusal(permit, InFlight, now)) return;
        concurrency.Forget();
        wait = Math.Max(MinPause, WithoutVagueHint(hint, passed: 0) ?? Math.Min(MaxPause, 1 / rate.Rate));
        var expected = rate.IsWindowUsedUp(InFlight) ? lastLongPause * PartOfLastPause : 0;
        (state, pause) = (State.Paused, new Pause(now, permit.Sent, now + Math.Max(wait, expected), IsRepeated: false));
        if (rate.IsFree) log.Add($"Pacing: the platform refuses requests; all wait {Text(wait)} s.");
    }

    private void WaitAgain(double sent, double? hint, double now)
    {
        var passed = now - pause.From;
        hint = WithoutVagueHint(hint, passed);
        wait = Math.Min(wait * 2, Math.Max(MaxPause, 2 * (hint ?? 0)));
        var more = Math.Max(Math.Max(hint ?? 0, wait), lastLongPause * PartOfLastPause - passed);
        (state, pause) = (State.Paused, pause with { LastRefused = sent, Until = now + more, IsRepeated = true });
        log.Add($"Pacing: still refused after {Text(passed)} s; all wait {Text(more)} s more.");
    }

    private double? WithoutVagueHint(double? hint, double passed) =>
        !rate.IsFree && hint <= VagueHint && passed <= hint ? null : hint;

    private void Resume(double sent)
    {
        var before = rate.Rate;
        rate.Resume(pause, sent);
        lastLongPause = pause.IsLong ? pause.Length : 0;
        state = State.Flowing;
        var refused = double.IsPositiveInfinity(before) ? "" : $"refused at {Text(before)} requests a second, ";
        log.Add($"Pacing: {refused}continuing with {Text(rate.Rate)} a second.");
    }

    private static string Text(double value) =>
        value.ToString(value < 100 ? "0.##" : "0", System.Globalization.CultureInfo.InvariantCulture);
}
