using System.Net;

namespace UponAi.Client.Tests.Fixtures;

/// <summary>Connection settings of which a test names only what it is about.</summary>
internal static class Settings
{
    internal const string Token = "key_5f2c9a71e3";

    internal static ConnectionSettings For(
        Uri baseUri, int retries = 4, TimeSpan? attemptTimeout = null, TimeSpan? totalTimeout = null) =>
        new()
    {
        BaseUri = baseUri,
        Token = BearerToken.Protect(Token),
        UserAgent = "UponAi/1.2.3 PowerShell/7.6.9",
        MaximumRetryCount = retries,
        // Unlike any wait that an answer imposes, so that the waits can be told from the timeouts.
        AttemptTimeout = attemptTimeout ?? TimeSpan.FromSeconds(100),
        TotalTimeout = totalTimeout ?? TimeSpan.FromSeconds(1000),
        // No proxy, whatever the machine's environment says.
        Proxy = new WebProxy(),
    };
}
