using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace UponAi.Client.Messages;

/// <summary>The response to one attempt, without its body, which the request holds.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="ContentType">The media type as sent, for error messages.</param>
/// <param name="Body">Whether the body arrived completely.</param>
/// <param name="RetryAfter">How long the platform asks to wait, bounded.</param>
/// <param name="RateLimitStatus">How many more requests the platform accepts, if it says so.</param>
/// <param name="RedirectHost">The host that a 3xx points to.</param>
/// <param name="Support">What the vendor's support asks for.</param>
/// <param name="HasNextLink">True if a <c>Link</c> header points to a next page.</param>
internal sealed record ApiResponse(
    int StatusCode,
    string? ContentType,
    BodyCompleteness Body,
    TimeSpan? RetryAfter,
    RateLimitStatus? RateLimitStatus,
    string? RedirectHost,
    SupportData? Support = null,
    bool HasNextLink = false);

/// <summary>How the body of a response arrived.</summary>
internal enum BodyCompleteness
{
    Whole,
    CutOff,
    TooLarge,
}

/// <summary>Reads the headers that identify a response to the vendor's support.</summary>
internal static class SupportHeaders
{
    private static readonly Regex NextRelation = new(
        "\\brel\\s*=\\s*\"?next\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <returns>Null if the response has none of them.</returns>
    internal static SupportData? Read(HttpResponseHeaders headers, TokenRedactor redactor)
    {
        var data = new SupportData(
            Value(headers, "x-request-id", redactor),
            Value(headers, "request-id", redactor),
            Value(headers, "cf-ray", redactor),
            Value(headers, "traceparent", redactor),
            headers.Date);
        return data.IsEmpty ? null : data;
    }

    internal static bool HasNextLink(HttpResponseHeaders headers) =>
        headers.TryGetValues("Link", out var links)
        && links.Any(NextRelation.IsMatch);

    private static string? Value(HttpResponseHeaders headers, string name, TokenRedactor redactor) =>
        headers.TryGetValues(name, out var values)
            && DisplayText.Sanitize(redactor.Redact(string.Join(",", values))) is { Length: > 0 } value
            ? value
            : null;
}
