using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using Polly.CircuitBreaker;
using Polly.Timeout;
using UponAi.Client.Messages;

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

    /// <summary>For a request that a circuit breaker kept back: the id of what opened it.</summary>
    internal static UponAiException NotSent(BrokenCircuitException open, Uri uri, RequestSummary request) => open.InnerException switch
    {
        null => NotSent(UponAiError.Unauthorized, "the platform refused the token for the requests before; generate one in the profile settings at app.uponai.com and connect again", open, request),
        TimeoutRejectedException => NotSent(UponAiError.Timeout, $"{uri.Authority} did not answer the requests before in time", open, request),
        { } cause => NotSent(IsTls(cause) ? UponAiError.TlsFailed : UponAiError.ConnectionFailed, $"no connection to {uri.Authority} for the requests before: {Reason(cause).TrimEnd('.')}", open, request),
    };

    private static UponAiException NotSent(UponAiError error, string why, BrokenCircuitException open, RequestSummary request) => new(
        error,
        string.Format(CultureInfo.InvariantCulture, "Not sent: {0}. The next request is let through {1}.", why, open.RetryAfter is { } wait && wait > TimeSpan.Zero ? $"in {wait.TotalSeconds:0} s" : "soon"),
        open) { Request = request };

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
