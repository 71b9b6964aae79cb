using System.Globalization;
using System.Text;
using UponAi.Client.Json;
using UponAi.Client.Messages;

namespace UponAi.Client.Errors;

/// <summary>Errors that an answer states, or is.</summary>
internal static class ResponseErrors
{
    private const int ShownLength = 200;

    // Enough bytes for the shown characters, whatever their length and however many are invisible.
    private const int ExcerptBytes = 16 * ShownLength;

    /// <summary>The error for a status other than 200, or for a 200 whose body did not arrive.</summary>
    internal static UponAiException From(ApiResponse answer, ApiRequest exchange) => answer switch
    {
        { StatusCode: 200, Body: BodyCompleteness.CutOff } => Unusable("was cut off or damaged", answer, exchange),
        { StatusCode: 200, Body: BodyCompleteness.TooLarge } => Unusable(string.Format(CultureInfo.InvariantCulture, "is longer than {0} MiB", BodyBuffer.Limit >> 20), answer, exchange),
        _ => Stating(answer, exchange),
    };

    /// <summary>The error for an answer that is not what the contract says.</summary>
    /// <param name="what">What is wrong, to follow "The answer".</param>
    internal static UponAiException Unusable(string what, ApiResponse answer, ApiRequest exchange, Exception? cause = null) => new(
        UponAiError.InvalidResponse,
        string.Format(
            CultureInfo.InvariantCulture,
            "The answer {0} (status {1}, {2}; {3}). {4}Check that the base address is the platform's.",
            what,
            answer.StatusCode,
            answer.ContentType is null ? "no content type" : DisplayText.Sanitize(answer.ContentType),
            Place(exchange),
            exchange.Target.Unread is { Length: > 0 } unread ? unread + " " : ""),
        cause) { Request = exchange.Summarize() };

    private static UponAiException Stating(ApiResponse answer, ApiRequest exchange)
    {
        var request = exchange.Summarize();
        var (error, message) = exchange.Target.Explain(answer.StatusCode) ?? Explain(answer, TransportErrors.Times(request.Attempts));
        var stated = Stated(exchange.Body);
        return new UponAiException(
            error,
            string.Format(CultureInfo.InvariantCulture, "{0} (status {1}){2}", message, answer.StatusCode, stated.Length == 0 ? "." : $": {stated}")) { Request = request };
    }

    private static (UponAiError Error, string Message) Explain(ApiResponse answer, string tried) => answer.StatusCode switch
    {
        401 => (UponAiError.Unauthorized, "The platform refused the token; it is missing, wrong or expired. Generate one in the profile settings at app.uponai.com and connect again"),
        408 => (UponAiError.Timeout, $"The platform did not receive the request in time, tried {tried}"),
        429 => (UponAiError.RateLimited, $"The platform takes no more requests at present, tried {tried}"),
        >= 500 => (UponAiError.ServiceUnavailable, $"The platform failed, tried {tried}"),
        >= 300 and < 400 => (UponAiError.RequestFailed, $"The platform points elsewhere{(answer.RedirectHost is { } host ? $", to the host '{DisplayText.Sanitize(host)}'" : "")}; redirects are not followed, as the token would go along. Check the base address"),
        _ => (UponAiError.RequestFailed, "The platform gave an answer that the contract does not have"),
    };

    // Of a long list, what was read is gone.
    private static string Place(ApiRequest exchange) => exchange switch
    {
        { IsBodyBegun: true, Body.IsEmpty: true } => "its end is missing",
        { IsBodyBegun: true } => $"what could be read is followed by '{Excerpt(exchange.Body)}'",
        { Body.IsEmpty: true } => "it is empty",
        _ => $"it begins '{Excerpt(exchange.Body)}'",
    };

    /// <summary>The platform's own words: the contract's <c>error</c>, else the beginning of whatever came.</summary>
    private static string Stated(ReadOnlySpan<byte> body) => ErrorBodyReader.TryRead(body) is { } error ? DisplayText.Sanitize(error) : Excerpt(body);

    private static string Excerpt(ReadOnlySpan<byte> body) =>
        DisplayText.Sanitize(Encoding.UTF8.GetString(body.Slice(0, Math.Min(body.Length, ExcerptBytes)).ToArray()), ShownLength);
}
