using System.Net.Http.Headers;
using UponAi.Sandbox;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>What a sandbox holds, asked without the module.</summary>
internal static class PlatformState
{
    /// <summary>The account's numbers with all that is bound to them, byte for byte as the sandbox lists them.</summary>
    internal static async Task<string> ListAsync(SandboxServer server)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Token);
        return await http.GetStringAsync(new Uri(server.BaseUri, "/api/numbers/" + server.AccountSid), Patience.Token);
    }
}
