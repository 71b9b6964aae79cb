using UponAi.Client.Messages;

namespace UponAi.Client.Pacing;

/// <summary>Allows one attempt of a request. Every permit is handed back with the attempt's result.</summary>
/// <param name="Sent">When the attempt was sent, in seconds of the pacer's clock.</param>
/// <param name="InFlight">How many requests were in flight then, this one included.</param>
/// <param name="IsTest">True for the single request that goes out after a pause.</param>
internal readonly record struct RequestPermit(double Sent, int InFlight, bool IsTest);

/// <summary>What the platform's response to an attempt means for the pace.</summary>
internal enum AttemptOutcome
{
    /// <summary>The platform did its work, whatever it said.</summary>
    Answered,

    /// <summary>The platform refused the request because too many were sent (429).</summary>
    Refused,

    /// <summary>The platform failed, or no response came in time.</summary>
    Failed,

    /// <summary>The caller gave the attempt up, or did not send it after all.</summary>
    Abandoned,
}

/// <summary>The result of an attempt, as far as the pacer is concerned.</summary>
/// <param name="RetryAfter">How long the response asks to wait.</param>
/// <param name="Allowance">How many requests the platform still accepts, if the response says so.</param>
internal readonly record struct AttemptResult(
    AttemptOutcome Outcome, TimeSpan? RetryAfter = null, RateLimitStatus? Allowance = null);
