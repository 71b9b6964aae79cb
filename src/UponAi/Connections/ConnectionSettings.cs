using System.Net;
using System.Security;

namespace UponAi;

/// <summary>
/// The settings of a connection, which are checked when they are set. The token is encrypted in memory if the system
/// supports it.
/// </summary>
public sealed class ConnectionSettings
{
    /// <summary>The maximum number of requests of a command that are in flight at the same time.</summary>
    internal const int MaxRequestsInFlight = 256;

    /// <summary>Gets the platform's production address.</summary>
    public static Uri DefaultBaseUri { get; } = new("https://api.upon-ai.com");

    /// <summary>Gets the address of the platform: https, or http on loopback.</summary>
    public Uri BaseUri { get; init; } = DefaultBaseUri;

    /// <summary>Gets the default account of the commands.</summary>
    public string? AccountSid { get; init => field = value is null ? null : AccountSidText.Checked(value); }

    /// <summary>Gets the default workspace of the commands.</summary>
    public int? WorkspaceId { get; init; }

    /// <summary>Gets the proxy, or null for the system's proxy.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>Gets the time limit for an attempt.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets the time limit for an assignment, including its retries and waits.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets how often a failed attempt is repeated if a retry is safe and may help.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>Gets the user agent: the module and the engine with their versions.</summary>
    public string UserAgent { get; init; } = "UponAi";

    // A copy, because the caller may dispose the original.
    internal SecureString Token { get; init => field = BearerToken.Checked(value).Copy(); } = new();
}

/// <summary>
/// Checks the base address. The token may be sent to every https address, and to http addresses on loopback.
/// </summary>
internal static class BaseAddress
{
    // A password ends at '@'; a token may follow '?' or '#'.
    private static readonly char[] SecretMarks = ['@', '?', '#'];

    internal static Uri Parse(string? text)
    {
        var trimmed = (text ?? "").Trim();
        if (DisplayText.QuotationMarkAround(trimmed) is { } mark)
            throw Invalid("…", $"begins and ends with the quotation mark {mark}");
        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            throw Invalid(trimmed.IndexOfAny(SecretMarks) < 0 ? trimmed : "…", "is not an absolute URL");
        if (uri.UserInfo.Length > 0)
            throw Invalid(uri.Host, "contains a user name or password");
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
            throw Invalid(uri.GetLeftPart(UriPartial.Path), "has a query or a fragment");
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            throw Invalid(trimmed, "would send the token unencrypted. Only loopback addresses may use http");
        return uri;
    }

    private static UponAiException Invalid(string shown, string why) => new(
        UponAiError.InvalidBaseUri,
        $"The base address '{DisplayText.Sanitize(shown)}' {why}. "
        + $"Give an address such as {ConnectionSettings.DefaultBaseUri.OriginalString}.");
}
