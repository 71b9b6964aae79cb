using UponAi.Client.Messages;

namespace UponAi.Client.Pacing;

/// <summary>Allows one attempt of a request. Every permit is handed back with the attempt's result.</summary>
/// <param name="Sent">When the attempt was sent, in seconds of the pacer's clock.</param>
/// <param name="InFlight">How many requests were in flight then, including this one.</param>
/// <param name="IsTest">True for a request that tests whether a pause after a refusal is over.</param>
internal readonly record struct RequestPermit(double Sent, int InFlight, bool IsTest);

/// <summary>What the platform's response to an attempt means for the pace.</summary>
internal enum AttemptOutcome
{
    /// <summary>The platform processed the request, whatever its response says.</summary>
    Answered,

    /// <summary>The platform refused the request, because it limits requests (429).</summary>
    Refused,

    /// <summary>The platform failed, or no response came in time.</summary>
    Failed,

    /// <summary>The caller cancelled the attempt, or did not send it.</summary>
    Abandoned,
}

/// <summary>The result of an attempt, for the pacer.</summary>
/// <param name="RetryAfter">How long the response asks to wait.</param>
/// <param name="Allowance">How many requests the platform still accepts, if the response says so.</param>
internal readonly record struct AttemptResult(
    AttemptOutcome Outcome, TimeSpan? RetryAfter = null, RateLimitStatus? Allowance = null);
