using System.Globalization;
#if !NET
using System.Net;
#endif
using System.Net.Sockets;
using System.Security.Authentication;
using Polly.Timeout;
using UponAi.Client.Messages;
using UponAi.Client.Pacing;

namespace UponAi.Client.Errors;

/// <summary>Creates the exceptions for requests without a response.</summary>
internal static class TransportErrors
{
    /// <summary>
    /// Returns true if one side refused the TLS handshake. A connection that broke in the handshake is an ordinary
    /// failure.
    /// </summary>
    internal static bool IsTls(Exception exception)
    {
        if (GetCauses(exception).Any(cause => cause is AuthenticationException)) return true;
#if NET
        return exception is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
            && !GetCauses(exception).Any(cause => cause is IOException or SocketException);
#else
        return GetCauses(exception).Any(cause => cause is WebException
        {
            Status: WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure,
        });
#endif
    }

    /// <summary>Creates the exception for a failed connection.</summary>
    internal static UponAiException From(Exception exception, ApiRequest request)
    {
        var host = request.Uri.Authority;
        return IsTls(exception)
            ? Create(
                UponAiError.TlsFailed,
                $"No secure connection to {host}: {DescribeReason(exception)} Check the address and the clock, and "
                + "check that this machine trusts the certificate authority of a proxy.",
                request,
                exception)
            : Create(
                UponAiError.ConnectionFailed,
                $"No response from {host}: {DescribeReason(exception)} Tried {FormatTimes(request.Attempts)}. Check "
                + "the address, the network and the proxy.",
                request,
                exception);
    }

    /// <summary>Creates the exception for a timeout of an attempt or of the whole request.</summary>
    internal static UponAiException TimedOut(
        ConnectionSettings settings, ApiRequest request, TimeoutRejectedException cause)
    {
        var isTotal = cause.Timeout != settings.AttemptTimeout;
        return Create(
            UponAiError.Timeout,
            string.Format(
                CultureInfo.InvariantCulture,
                "No response from {0} within {1} ({2:0.###} s), tried {3}.{4}",
                request.Uri.Authority,
                isTotal ? "the total timeout" : "the attempt timeout",
                (isTotal ? settings.TotalTimeout : settings.AttemptTimeout).TotalSeconds,
                FormatTimes(request.Attempts),
                request.ErrorText.TimeoutHint is { } hint ? " " + hint : ""),
            request,
            cause);
    }

    /// <summary>Creates the exception for a request that is not sent because earlier requests failed.</summary>
    /// <param name="cause">The failure of the earlier requests. Null if the platform refused the token.</param>
    /// <param name="untilNextTest">The time until the next request is sent as a test.</param>
    internal static UponAiException NotSent(ApiRequest request, Exception? cause, TimeSpan untilNextTest)
    {
        var host = request.Uri.Authority;
        var (error, why) = cause switch
        {
            null => (
                UponAiError.Unauthorized,
                "the platform refused the token of earlier requests. "
                + "Generate a token in the profile settings at app.uponai.com, and connect again"),
            TimeoutRejectedException => (
                UponAiError.Timeout, $"{host} did not answer earlier requests in time"),
            OutageException => (UponAiError.ServiceUnavailable, cause.Message.TrimEnd('.')),
            _ => (
                IsTls(cause) ? UponAiError.TlsFailed : UponAiError.ConnectionFailed,
                $"no connection to {host} for earlier requests: {DescribeReason(cause).TrimEnd('.')}"),
        };
        var when = untilNextTest > TimeSpan.Zero
            ? FormattableString.Invariant($"in {untilNextTest.TotalSeconds:0} s")
            : "soon";
        return Create(error, $"Not sent: {why}. The next request is let through {when}.", request, cause);
    }

    /// <summary>Creates the exception for a request whose connection was closed by the user.</summary>
    internal static UponAiException Closed(ApiRequest request)
    {
        var closed = UponAiConnection.Closed();
        return Create(closed.Error, closed.Message, request, cause: null);
    }

    internal static string FormatTimes(int count) =>
        count == 1 ? "once" : string.Format(CultureInfo.InvariantCulture, "{0} times", count);

    private static UponAiException Create(
        UponAiError error, string message, ApiRequest request, Exception? cause) =>
        ResponseErrors.Create(error, ResponseErrors.WithUnknownEffect(message, request), request, cause);

    // The outer exceptions only refer to the inner ones.
    private static string DescribeReason(Exception exception)
    {
        var cause = GetCauses(exception).FirstOrDefault(inner => inner is AuthenticationException or SocketException)
            ?? GetCauses(exception).Last();
        var text = DisplayText.Sanitize(cause.Message);
        return text.TrimEnd('.') + ".";
    }

    private static IEnumerable<Exception> GetCauses(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
