namespace UponAi.Client.Pacing;

/// <summary>
/// Decides when the next request may be sent, by what the platform accepts and refuses. Requests flow as fast as rate
/// and concurrency allow. A refusal stops them for a while; then one request goes alone, and the others follow when
/// it is accepted. Knows no clock and no threads: times are seconds, given by the caller.
/// </summary>
internal sealed class AdaptiveLimiter(PacingLog log)
{
    // Without a hint the first pause is short, and each that proves too short is followed by one twice as long.
    private const double FirstPause = 0.1;
    private const double LongestPause = 1;
    private const double RequestsPerPause = 1.5;

    // Retry-After counts whole seconds, so that a single second may stand for any shorter time. Where a rate has
    // held, one second is for the refused request alone, unless the platform refuses again after a short pause.
    private const double VagueHint = 1;

    // A pause that the platform needed before is the measure of the next one.
    private const double LongPause = 2;
    private const double PartOfLastPause = 0.97;

    // While nothing limits the requests, a single refusal without a hint is taken for one request's own affair.
    private const int RecentResults = 128;
    private const int ManyRefusals = 16;

    // Later requests follow the responses of earlier ones. If the first ones go out together, so do all that follow,
    // and the platform refuses many at once before the first refusal arrives.
    private const int FirstRequests = 32;
    private const double FirstSpacing = 0.001;

    private readonly Queue<bool> recent = new(RecentResults);
    private readonly SendingRate rate = new();
    private readonly ConcurrencyLimit concurrency = new();
    private State state;
    private int sent;
    private double lastSent;
    private int recentRefusals;
    private bool isRateToBlame;
    private double refusedSent;
    private double pausedFrom = double.NegativeInfinity;
    private double pausedUntil;
    private double wait;
    private double lastLongPause;
    private bool isHinted;
    private bool isHintLong;
    private bool isRepeated;

    private enum State
    {
        Flowing,
        Paused,
        Testing,
    }

    /// <summary>How many requests are in flight.</summary>
    internal int InFlight { get; private set; }

    /// <summary>Requests a second; infinite before the first refusal.</summary>
    internal double Rate => rate.Rate;

    /// <summary>Returns when the next request may be sent; infinite if a request in flight has to end first.</summary>
    internal double NextSend(double now) => state switch
    {
        State.Testing => double.PositiveInfinity,
        State.Paused => Math.Max(now, pausedUntil),
        _ => Math.Max(
            InFlight > 0 && sent < FirstRequests ? lastSent + FirstSpacing : now,
            Math.Max(concurrency.NextSend(InFlight, lastSent, now), rate.NextSend(now))),
    };

    internal RequestPermit Send(double now)
    {
        InFlight++;
        (sent, lastSent) = (Math.Min(sent + 1, FirstRequests), now);
        var permit = new RequestPermit(now, InFlight, IsTest: state == State.Paused);
        if (permit.IsTest)
        {
            state = State.Testing;
            return permit;
        }

        rate.Sent(now);
        concurrency.Sent(permit);
        return permit;
    }

    /// <summary>Takes the result of a request that was not refused.</summary>
    internal void Complete(in RequestPermit permit, AttemptOutcome outcome, double now)
    {
        InFlight--;
        if (permit.IsTest && state == State.Testing)
        {
            if (outcome == AttemptOutcome.Abandoned) state = State.Paused;
            else Resume(permit.Sent);
        }

        if (outcome != AttemptOutcome.Answered) return;
        Remember(isRefusal: false);
        rate.Accepted(permit.Sent);
        concurrency.Accepted(permit, now);
    }

    /// <summary>Takes a refusal.</summary>
    /// <param name="hint">How long the platform asks to wait, in seconds; <c>null</c> if it does not say.</param>
    internal void Refuse(in RequestPermit permit, double? hint, double now)
    {
        InFlight--;
        Remember(isRefusal: true);
        if (permit.IsTest && state == State.Testing) WaitAgain(hint, now);
        // What was sent before the pause is refused for the same reason.
        else if (state == State.Flowing && permit.Sent >= pausedFrom && IsLimit(hint)) Pause(permit, hint, now);
    }

    /// <summary>Begins with few requests at the same time, after an outage.</summary>
    internal void StartGently() => concurrency.StartGently();

    private bool IsLimit(double? hint) =>
        hint is not null || !rate.IsFree || concurrency.IsLimited
        || recentRefusals >= ManyRefusals || recentRefusals == recent.Count;

    private void Remember(bool isRefusal)
    {
        if (recent.Count == RecentResults && recent.Dequeue()) recentRefusals--;
        recent.Enqueue(isRefusal);
        if (isRefusal) recentRefusals++;
    }

    private void Pause(in RequestPermit permit, double? hint, double now)
    {
        if (hint is null && !isRateToBlame && concurrency.TryBlame(permit, InFlight, now)) return;
        concurrency.Forget();
        isRateToBlame = true;
        (state, refusedSent, pausedFrom, isRepeated) = (State.Paused, permit.Sent, now, false);
        isHintLong = hint > VagueHint;
        isHinted = hint is not null && (rate.IsFree || isHintLong);
        wait = Math.Max(
            FirstPause, isHinted ? hint!.Value : Math.Min(LongestPause, RequestsPerPause / rate.Rate));
        pausedUntil = now + wait;
        if (rate.IsFree) log.Add($"Pacing: the platform refuses requests; all wait {Text(wait)} s.");
    }

    private void WaitAgain(double? hint, double now)
    {
        isHinted |= hint is not null;
        (state, isRepeated) = (State.Paused, true);
        wait = Math.Min(wait * 2, Math.Max(LongestPause, 2 * (hint ?? 0)));
        var seconds = Math.Max(Math.Max(hint ?? 0, wait), lastLongPause * PartOfLastPause - (now - pausedFrom));
        pausedUntil = now + seconds;
        log.Add($"Pacing: still refused after {Text(now - pausedFrom)} s; all wait {Text(seconds)} s more.");
    }

    private void Resume(double sent)
    {
        var was = rate.Rate;
        var pause = new Pause(refusedSent, pausedFrom, sent, isHinted, isHintLong, isRepeated);
        rate.Resume(pause);
        lastLongPause = isRepeated && pause.Length > LongPause ? pause.Length : 0;
        state = State.Flowing;
        var refused = double.IsPositiveInfinity(was) ? "" : $"refused at {Text(was)} requests a second, ";
        log.Add($"Pacing: {refused}continuing with {Text(rate.Rate)} a second.");
    }

    private static string Text(double value) =>
        value.ToString(value < 100 ? "0.##" : "0", System.Globalization.CultureInfo.InvariantCulture);
}
