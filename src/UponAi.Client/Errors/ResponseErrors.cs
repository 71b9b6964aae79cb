using System.Globalization;
using System.Text;
using UponAi.Client.Json;
using UponAi.Client.Messages;

namespace UponAi.Client.Errors;

/// <summary>Creates the exceptions for responses that are not a usable 200. No message shows the token.</summary>
internal static class ResponseErrors
{
    private const int ShownLength = 200;
    private const string UnknownEffect =
        " The platform may have made the change. Send the request again, unless somebody has changed the number since.";

    // Much more than the shown characters, so that the excerpt never cuts a token into an unrecognizable part.
    private const int ExcerptBytes = 64 * 1024;

    /// <summary>Creates the exception for a status other than 200, or for a 200 whose body did not arrive.</summary>
    internal static UponAiException From(ApiRequest request) => request.LastResponse switch
    {
        { StatusCode: 200, Completeness: BodyCompleteness.CutOff } => Unusable("was cut off or damaged", request),
        { StatusCode: 200, Completeness: BodyCompleteness.TooLarge } =>
            Unusable($"is longer than {BodyBuffer.Limit >> 20} MiB", request),
        _ => FromStatus(request),
    };

    /// <summary>Creates the exception for a response that does not match the contract.</summary>
    /// <param name="what">The problem, as the rest of a sentence after "The response".</param>
    /// <param name="request">The request, which holds the response.</param>
    /// <param name="cause">The cause, or null.</param>
    internal static UponAiException Unusable(string what, ApiRequest request, Exception? cause = null)
    {
        var response = request.LastResponse!;
        return Create(
            UponAiError.InvalidResponse,
            string.Format(
                CultureInfo.InvariantCulture,
                "The response {0} (status {1}, {2}; {3}).{4} Check that the base address is the platform's.",
                what,
                response.StatusCode,
                response.ContentType is null ? "no content type" : DisplayText.Sanitize(response.ContentType),
                DescribeBody(request),
                request.IsChange ? UnknownEffect : ""),
            request,
            cause);
    }

    /// <summary>Creates the exception for a body that is not JSON.</summary>
    internal static UponAiException NotJson(ApiRequest request, Exception cause) => Unusable(
        request is { IsResponsePartlyParsed: false, ResponseBody.IsEmpty: true }
            ? "has no body"
            : "is not JSON, or is incomplete",
        request,
        cause);

    /// <summary>Creates the exception for one unreadable row of a list. The other rows are returned.</summary>
    /// <param name="list">The names of the list and its rows.</param>
    /// <param name="name">What identifies the row, or null if that is unreadable too.</param>
    /// <param name="problem">The problem, as the rest of a sentence after "The response".</param>
    /// <param name="request">The request of the page.</param>
    internal static UponAiException UnreadableRow(
        ListErrorText list, string? name, string problem, ApiRequest request) =>
        Create(
            UponAiError.InvalidResponse,
            $"In the list of {list.Name}, {(name is null ? "a row" : $"the row of {DisplayText.Sanitize(name)}")} "
            + $"cannot be read: the response {problem}. The other {list.Rows} are not affected. Correct the value on "
            + "the platform, or report it to the platform's support.",
            request);

    /// <summary>Creates an exception whose message and cause do not show the token.</summary>
    internal static UponAiException Create(
        UponAiError error, string message, ApiRequest request, Exception? cause = null)
    {
        var summary = request.Summarize();
        var support = summary.Support is { HasId: true } ids ? $" For the platform's support: {ids}." : "";
        if (cause is not null && request.Redactor.IsShownBy(cause)) cause = null;
        return new UponAiException(error, request.Redactor.Redact(message) + support, cause) { Request = summary };
    }

    /// <summary>Returns the reason that the platform gives, as a sentence.</summary>
    internal static string DescribeReason(string? message) =>
        string.IsNullOrEmpty(message) ? "It gives no reason." : $"It says: {DisplayText.Sanitize(message)}";

    /// <summary>Adds a warning to a message if an earlier attempt may have made the change.</summary>
    internal static string WithUnknownEffect(string message, ApiRequest request) =>
        request.MayHaveTakenEffect ? AddSentence(message, UnknownEffect) : message;

    // The message may end with words of the platform.
    private static string AddSentence(string message, string sentence) =>
        message + (message[message.Length - 1] is '.' or '!' or '?' ? "" : ".") + sentence;

    private static UponAiException FromStatus(ApiRequest request)
    {
        var response = request.LastResponse!;
        var (error, message) = request.ErrorText.Explain(response.StatusCode)
            ?? Explain(response, TransportErrors.FormatTimes(request.Attempts));
        var stated = GetStatedReason(request);
        var explained = string.Format(
            CultureInfo.InvariantCulture,
            "{0} (status {1}){2}",
            message,
            response.StatusCode,
            stated.Length == 0 ? "." : $": {stated}");
        if (request.ErrorText.GetHint(response.StatusCode, stated) is { } hint)
            explained = AddSentence(explained, " " + hint);
        return Create(error, WithUnknownEffect(explained, request), request);
    }

    private static (UponAiError Error, string Message) Explain(ApiResponse response, string tried) =>
        response.StatusCode switch
        {
            401 => (
                UponAiError.Unauthorized,
                "The platform refused the token. The token is missing, wrong or expired. Generate a token in the "
                + "profile settings at app.uponai.com, and connect again"),
            408 => (UponAiError.Timeout, $"The platform did not receive the request in time, tried {tried}"),
            429 => (UponAiError.RateLimited, $"The platform accepts no more requests now, tried {tried}"),
            >= 500 => (UponAiError.ServiceUnavailable, $"The platform failed, tried {tried}"),
            >= 300 and < 400 => (
                UponAiError.RequestFailed,
                "The platform redirects the request"
                + (response.RedirectHost is { } host ? $" to the host '{DisplayText.Sanitize(host)}'" : "")
                + ". Redirects are not followed, because the token would be sent there. Check the base address"),
            _ => (UponAiError.RequestFailed, "The contract does not have such a response"),
        };

    // The parsed part of a long list is no longer in memory.
    private static string DescribeBody(ApiRequest request) => request switch
    {
        { IsResponsePartlyParsed: true, ResponseBody.IsEmpty: true } => "it was read to its end",
        { IsResponsePartlyParsed: true } => $"the readable part is followed by '{GetExcerpt(request)}'",
        { ResponseBody.IsEmpty: true } => "it is empty",
        _ => $"it begins '{GetExcerpt(request)}'",
    };

    /// <summary>
    /// Returns the reason from the body: the contract's <c>error</c>, or else the beginning of the body.
    /// </summary>
    private static string GetStatedReason(ApiRequest request) =>
        ErrorBodyReader.TryRead(request.ResponseBody) is { } error
            ? DisplayText.Sanitize(request.Redactor.Redact(error))
            : GetExcerpt(request);

    private static string GetExcerpt(ApiRequest request)
    {
        var body = request.ResponseBody;
        var text = Encoding.UTF8.GetString(body.Slice(0, Math.Min(body.Length, ExcerptBytes)).ToArray());
        return DisplayText.Sanitize(request.Redactor.Redact(text), ShownLength);
    }
}
