
namespace UponAi.Client.Messages;

/// <summary>What came back for one attempt, apart from its body, which the exchange holds.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="ContentType">The media type as sent, for error messages.</param>
/// <param name="Body">Whether the body arrived whole.</param>
/// <param name="RetryAfter">How long the platform asks to wait, bounded.</param>
/// <param name="RateLimitStatus">How many requests the platform still takes, where it says so.</param>
/// <param name="RedirectHost">Where a 3xx points.</param>
internal sealed record ApiResponse(int StatusCode, string? ContentType, BodyCompleteness Body, TimeSpan? RetryAfter, RateLimitStatus? RateLimitStatus, string? RedirectHost)
{
    /// <summary>The id that the platform gave the answer, or null.</summary>
    internal string? RequestId { get; init; }
}

/// <summary>How the body of an answer arrived.</summary>
internal enum BodyCompleteness
{
    Whole,
    CutOff,
    TooLarge,
}
