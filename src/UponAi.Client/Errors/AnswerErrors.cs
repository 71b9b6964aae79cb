using System.Globalization;
using System.Text;
using UponAi.Client.Http;
using UponAi.Client.Wire;

namespace UponAi.Client.Errors;

/// <summary>Errors that an answer states, or is.</summary>
internal static class AnswerErrors
{
    private const int ShownLength = 200;

    // Enough bytes for the shown characters, whatever their length and however many are invisible.
    private const int ExcerptBytes = 16 * ShownLength;

    /// <summary>The error for a status other than 200, or for a 200 whose body did not arrive.</summary>
    internal static UponAiException From(Answer answer, ReadOnlySpan<byte> body, RequestTarget target, RequestSummary request) => answer switch
    {
        { StatusCode: 200, Body: BodyState.CutOff } => Unusable("was cut off or damaged", answer, body, request),
        { StatusCode: 200, Body: BodyState.TooLarge } => Unusable(string.Format(CultureInfo.InvariantCulture, "is longer than {0} MiB", BodyBuffer.Limit >> 20), answer, body, request),
        _ => new UponAiException(Kind(answer.StatusCode), Message(answer, Stated(body), target, request)) { Request = request },
    };

    /// <summary>The error for an answer that is not what the contract says.</summary>
    /// <param name="what">What is wrong, to follow "The answer".</param>
    internal static UponAiException Unusable(string what, Answer answer, ReadOnlySpan<byte> body, RequestSummary request, Exception? cause = null)
    {
        var begin = body.IsEmpty ? "it is empty" : $"it begins '{Excerpt(body)}'";
        return new UponAiException(
            UponAiError.InvalidResponse,
            string.Format(
                CultureInfo.InvariantCulture,
                "The answer {0} (status {1}, {2}; {3}). Whether the change was made is not known; sending it again is safe. Check that the base address is the platform's.",
                what,
                answer.StatusCode,
                answer.ContentType is null ? "no content type" : PlainText.Show(answer.ContentType),
                begin),
            cause) { Request = request };
    }

    private static UponAiError Kind(int status) => status switch
    {
        400 => UponAiError.InvalidAssignment,
        401 => UponAiError.Unauthorized,
        403 => UponAiError.Forbidden,
        404 => UponAiError.NotFound,
        408 => UponAiError.Timeout,
        429 => UponAiError.RateLimited,
        >= 500 => UponAiError.ServiceUnavailable,
        _ => UponAiError.RequestFailed,
    };

    private static string Message(Answer answer, string stated, RequestTarget target, RequestSummary request)
    {
        var tried = TransportErrors.Times(request.Attempts);
        var message = answer.StatusCode switch
        {
            400 => $"The platform refused the assignment of {target.Number}",
            401 => "The platform refused the token; it is missing, wrong or expired. Generate one in the profile settings at app.uponai.com and connect again",
            403 => $"The token may not use account {target.Account} or its workspace {target.Workspace}",
            404 => $"The platform has no number {target.Number} in workspace {target.Workspace}, or no such workspace{(target.MayLackPlus ? $". Did you mean +{target.Number}? A spreadsheet drops the +" : "")}",
            408 => $"The platform did not receive the request in time, tried {tried}",
            429 => $"The platform takes no more requests at present, tried {tried}",
            >= 500 => $"The platform failed, tried {tried}",
            >= 300 and < 400 => $"The platform points elsewhere{(answer.RedirectHost is { } host ? $", to the host '{PlainText.Show(host)}'" : "")}; redirects are not followed, as the token would go along. Check the base address",
            _ => "The platform gave an answer that the contract does not have",
        };
        return string.Format(CultureInfo.InvariantCulture, "{0} (status {1}){2}", message, answer.StatusCode, stated.Length == 0 ? "." : $": {stated}");
    }

    /// <summary>The platform's own words: the contract's <c>error</c>, else the beginning of whatever came.</summary>
    private static string Stated(ReadOnlySpan<byte> body) => ErrorBodyReader.TryRead(body) is { } error ? PlainText.Show(error) : Excerpt(body);

    private static string Excerpt(ReadOnlySpan<byte> body) =>
        PlainText.Show(Encoding.UTF8.GetString(body.Slice(0, Math.Min(body.Length, ExcerptBytes)).ToArray()), ShownLength);
}
