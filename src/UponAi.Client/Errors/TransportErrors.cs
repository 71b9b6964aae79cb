using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using Polly.Timeout;
using UponAi.Client.Messages;
using UponAi.Client.Pacing;

namespace UponAi.Client.Errors;

/// <summary>Errors where no answer came.</summary>
internal static class TransportErrors
{
    /// <summary>True when a side refused the other; a connection that merely broke in the handshake is like any other that broke.</summary>
    internal static bool IsTls(Exception exception)
    {
        if (Causes(exception).Any(cause => cause is AuthenticationException)) return true;
#if NET
        return exception is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
            && !Causes(exception).Any(cause => cause is IOException or SocketException);
#else
        return Causes(exception).Any(cause => cause is System.Net.WebException { Status: System.Net.WebExceptionStatus.TrustFailure or System.Net.WebExceptionStatus.SecureChannelFailure });
#endif
    }

    internal static UponAiException From(Exception exception, Uri uri, RequestSummary request)
    {
        if (IsTls(exception))
        {
            return new UponAiException(
                UponAiError.TlsFailed,
                $"No secure connection to {uri.Authority}: {Reason(exception)} Check the address, the clock, and that a proxy's certificate authority is trusted here.",
                exception) { Request = request };
        }

        return new UponAiException(
            UponAiError.ConnectionFailed,
            $"No answer from {uri.Authority}: {Reason(exception)} Tried {Times(request.Attempts)}. Check the address, the network and the proxy.",
            exception) { Request = request };
    }

    internal static UponAiException TimedOut(ConnectionSettings settings, ApiRequest exchange, TimeoutRejectedException cause)
    {
        var total = cause.Timeout != settings.AttemptTimeout;
        var request = exchange.Summarize();
        return new UponAiException(
            UponAiError.Timeout,
            string.Format(
                CultureInfo.InvariantCulture,
                "No answer from {0} within {1} ({2:0.###} s), tried {3}. {4}",
                exchange.Uri.Authority,
                total ? "the total timeout" : "the attempt timeout",
                (total ? settings.TotalTimeout : settings.AttemptTimeout).TotalSeconds,
                Times(request.Attempts),
                exchange.Target.Unanswered),
            cause) { Request = request };
    }

    /// <summary>Creates the error for a request that is not sent because of the requests before it.</summary>
    /// <param name="cause">What went wrong with those; <c>null</c> if the token was refused.</param>
    /// <param name="wait">The time until a request is let through again.</param>
    internal static UponAiException NotSent(Exception? cause, TimeSpan wait, Uri uri, RequestSummary request) => cause switch
    {
        null => NotSent(
            UponAiError.Unauthorized,
            "the platform refused the token for the requests before; "
                + "generate one in the profile settings at app.uponai.com and connect again",
            null, wait, request),
        TimeoutRejectedException => NotSent(
            UponAiError.Timeout, $"{uri.Authority} did not answer the requests before in time", cause, wait, request),
        OutageException down => NotSent(
            UponAiError.ServiceUnavailable, down.Message.TrimEnd('.'), cause, wait, request),
        _ => NotSent(
            IsTls(cause) ? UponAiError.TlsFailed : UponAiError.ConnectionFailed,
            $"no connection to {uri.Authority} for the requests before: {Reason(cause).TrimEnd('.')}",
            cause, wait, request),
    };

    private static UponAiException NotSent(
        UponAiError error, string why, Exception? cause, TimeSpan wait, RequestSummary request)
    {
        var when = wait > TimeSpan.Zero ? FormattableString.Invariant($"in {wait.TotalSeconds:0} s") : "soon";
        return new UponAiException(error, $"Not sent: {why}. The next request is let through {when}.", cause!)
        {
            Request = request,
        };
    }

    internal static string Times(int count) => count == 1 ? "once" : string.Format(CultureInfo.InvariantCulture, "{0} times", count);

    // The outermost message only says to look further in.
    private static string Reason(Exception exception)
    {
        var cause = Causes(exception).FirstOrDefault(inner => inner is AuthenticationException or SocketException) ?? Causes(exception).Last();
        var text = DisplayText.Sanitize(cause.Message);
        return text.TrimEnd('.') + ".";
    }

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
