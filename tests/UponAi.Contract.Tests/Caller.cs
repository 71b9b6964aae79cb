using System.Net;
using System.Net.Http.Headers;
using System.Text;
using UponAi.Client;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.Contract.Tests;

/// <summary>Sends requests to a judge: with the client, or bytes that the client would never send.</summary>
internal sealed class Caller : IDisposable
{
    internal static readonly NumberLocation Scope = new(SandboxIds.AccountSid, SandboxIds.WorkspaceId);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });

    internal Caller(Uri baseUri)
    {
        http.BaseAddress = baseUri;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SandboxIds.Token);
        Client = new UponAiClient(new ConnectionSettings
        {
            BaseUri = baseUri,
            Token = BearerToken.Protect(SandboxIds.Token),
            // Without retries, so that each request is judged once.
            MaximumRetryCount = 0,
            Proxy = new WebProxy(),
        });
    }

    internal UponAiClient Client { get; }

    internal Task<UpdateOutcome> UpdateAsync(NumberAssignment assignment) =>
        Client.UpdateAsync(assignment, Scope, gate: null, TestTimeout.Token);

    /// <summary>Sends any bytes.</summary>
    /// <returns>The status and the body.</returns>
    internal async Task<(int Status, string Body)> SendAsync(
        HttpMethod method, string path, string? body = null, string? prefer = null, bool hasToken = true,
        string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, contentType);
        if (prefer is not null) request.Headers.Add("Prefer", prefer);
        if (!hasToken) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "eDp5");
        using var response = await http.SendAsync(request, TestTimeout.Token);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestTimeout.Token));
    }

    public void Dispose()
    {
        http.Dispose();
        Client.Dispose();
    }
}
