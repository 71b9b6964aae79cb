using System.Net.Http.Headers;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>Reads the state of a sandbox without the module.</summary>
internal static class PlatformState
{
    // More than the number of faults that any sandbox of the tests makes in a row.
    private const int MostAttempts = 50;

    /// <summary>
    /// Returns the numbers of the account with all their properties, byte for byte as the sandbox lists them. Tries
    /// again after a fault.
    /// </summary>
    internal static async Task<string> ListAsync(SandboxServer server)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Token);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await http.GetStringAsync(
                    new Uri(server.BaseUri, "/api/numbers/" + server.AccountSid),
                    TestTimeout.Token);
            }
            catch (HttpRequestException) when (attempt < MostAttempts)
            {
                // The next response may be complete.
            }
        }
    }
}
