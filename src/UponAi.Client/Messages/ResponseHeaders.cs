using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace UponAi.Client.Messages;

/// <summary>
/// Reads the headers of a response for <see cref="ApiResponse"/>. The headers about the pace have readers of their own.
/// </summary>
internal static class ResponseHeaders
{
    private static readonly Regex NextRelation = new(
        "\\brel\\s*=\\s*\"?next\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Reads the headers for the vendor's support.</summary>
    /// <returns>Null if the response has no such header.</returns>
    internal static SupportData? ReadSupportData(HttpResponseHeaders headers, TokenRedactor redactor)
    {
        var data = new SupportData(
            GetValue(headers, "x-request-id", redactor),
            GetValue(headers, "request-id", redactor),
            GetValue(headers, "cf-ray", redactor),
            GetValue(headers, "traceparent", redactor),
            headers.Date);
        return data.IsEmpty ? null : data;
    }

    /// <summary>Returns true if a <c>Link</c> header points to a next page.</summary>
    internal static bool HasNextLink(HttpResponseHeaders headers) =>
        headers.TryGetValues("Link", out var links) && links.Any(NextRelation.IsMatch);

    /// <summary>Returns the host to which a redirect points, or null.</summary>
    internal static string? ReadRedirectHost(HttpResponseMessage response, Uri requested) =>
        (int)response.StatusCode is >= 300 and < 400
        && response.Headers.Location is { } location
        && Uri.TryCreate(requested, location, out var redirect)
            ? redirect.Host
            : null;

    /// <summary>Returns the content type as sent, because only messages show it.</summary>
#if NET
    internal static string? ReadContentType(HttpContentHeaders headers) =>
        headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;
#else
    internal static string? ReadContentType(HttpContentHeaders headers) => headers.ContentType?.ToString();
#endif

    private static string? GetValue(HttpResponseHeaders headers, string name, TokenRedactor redactor) =>
        headers.TryGetValues(name, out var values)
            && DisplayText.Sanitize(redactor.Redact(string.Join(",", values))) is { Length: > 0 } value
            ? value
            : null;
}
