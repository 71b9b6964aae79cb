using System.Net.Http.Headers;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>What a sandbox holds, asked without the module.</summary>
internal static class PlatformState
{
    // More faults in a row than a sandbox that answers at all will ever have.
    private const int MostAttempts = 50;

    /// <summary>
    /// The account's numbers with all that is bound to them, byte for byte as the sandbox lists them, whatever faults
    /// it makes on the way.
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
                // The next one may arrive whole.
            }
        }
    }
}
