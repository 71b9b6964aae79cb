using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace UponAi.Client.Messages;

/// <summary>The status and headers of the response to one attempt. The request holds the body.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="ContentType">The media type as sent, for error messages.</param>
/// <param name="Completeness">Whether the body arrived completely.</param>
/// <param name="RetryAfter">How long the platform asks to wait, at most <see cref="RetryAfterHeader.MaxWait"/>.</param>
/// <param name="RateLimitStatus">
/// The remaining requests of the rate limit, or null if the response does not say.
/// </param>
/// <param name="RedirectHost">The host that a redirect names, or null.</param>
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

/// <summary>Reads the headers for the vendor's support, and the link to a next page.</summary>
internal static class SupportHeaders
{
    private static readonly Regex NextRelation = new(
        "\\brel\\s*=\\s*\"?next\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Reads the support headers.</summary>
    /// <returns>Null if the response has no such header.</returns>
    internal static SupportData? Read(HttpResponseHeaders headers, TokenRedactor redactor)
    {
        var data = new SupportData(
            GetValue(headers, "x-request-id", redactor),
            GetValue(headers, "request-id", redactor),
            GetValue(headers, "cf-ray", redactor),
            GetValue(headers, "traceparent", redactor),
            headers.Date);
        return data.IsEmpty ? null : data;
    }

    internal static bool HasNextLink(HttpResponseHeaders headers) =>
        headers.TryGetValues("Link", out var links)
        && links.Any(NextRelation.IsMatch);

    private static string? GetValue(HttpResponseHeaders headers, string name, TokenRedactor redactor) =>
        headers.TryGetValues(name, out var values)
            && DisplayText.Sanitize(redactor.Redact(string.Join(",", values))) is { Length: > 0 } value
            ? value
            : null;
}
