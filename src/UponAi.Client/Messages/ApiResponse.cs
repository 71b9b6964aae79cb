namespace UponAi.Client.Messages;

/// <summary>The status and headers of the response to one attempt. The request holds the body.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="ContentType">The media type as sent, for error messages.</param>
/// <param name="Completeness">Whether the body arrived completely.</param>
/// <param name="RetryAfter">How long the platform asks to wait, at most <see cref="RetryAfterHeader.MaxWait"/>.</param>
/// <param name="RateLimitStatus">
/// The remaining requests of the rate limit, or null if the response does not say.
/// </param>
/// <param name="RedirectHost">The host to which a redirect points, or null.</param>
/// <param name="Support">The headers for the vendor's support, or null.</param>
/// <param name="HasNextLink">True if a <c>Link</c> header points to a next page.</param>
internal sealed record ApiResponse(
    int StatusCode,
    string? ContentType,
    BodyCompleteness Completeness,
    TimeSpan? RetryAfter,
    RateLimitStatus? RateLimitStatus,
    string? RedirectHost,
    SupportData? Support = null,
    bool HasNextLink = false);

/// <summary>Tells whether the body of a response arrived completely.</summary>
internal enum BodyCompleteness
{
    Whole,
    CutOff,
    TooLarge,
}
