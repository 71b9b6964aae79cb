using System.Net;
using System.Security;

namespace UponAi;

/// <summary>What a connection is made of. Checked when made; holds the token encrypted where the system can.</summary>
public sealed class ConnectionSettings
{
    /// <summary>The platform's production address.</summary>
    public static Uri DefaultBaseUri { get; } = new("https://api.upon-ai.com");

    /// <summary>Where the platform is: https, or http on loopback.</summary>
    public Uri BaseUri { get; init; } = DefaultBaseUri;

    /// <summary>The account that commands use unless told otherwise.</summary>
    public string? AccountSid { get; init => field = value is null ? null : AccountSidText.Checked(value); }

    /// <summary>The workspace that commands use unless told otherwise.</summary>
    public int? WorkspaceId { get; init; }

    /// <summary>The proxy, or none for the system's.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one assignment may take, its retries and their waits included.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a failed attempt is repeated where that is safe and may help.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>Who asks: module and engine with their versions.</summary>
    public string UserAgent { get; init; } = "UponAi";

    // A copy: whoever gave it may dispose it.
    internal SecureString Token { get; init => field = BearerToken.Checked(value).Copy(); } = new();
}
