using System.Net;
using System.Runtime.CompilerServices;
using UponAi.Testing;

namespace UponAi.Client.Tests.Fixtures;

/// <summary>Creates connection settings. A test names only the settings that matter.</summary>
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
        // Different from every wait that a response demands, so that a test can tell a wait from a timeout.
        AttemptTimeout = attemptTimeout ?? TimeSpan.FromSeconds(100),
        TotalTimeout = totalTimeout ?? TimeSpan.FromSeconds(1000),
        // No proxy, whatever the environment says.
        Proxy = new WebProxy(),
    };
}

/// <summary>
/// Makes this process trust the certificate authority of the tests, before other code of the process runs.
/// </summary>
internal static class TrustedAuthority
{
    [ModuleInitializer]
    internal static void Trust() => TestTrust.Begin();
}
