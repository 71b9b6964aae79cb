using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using UponAi.Sandbox;

namespace UponAi.Tools.Tests.Sandbox;

/// <summary>A sandbox and a plain HTTP client that calls it.</summary>
internal sealed class Caller : IAsyncDisposable
{
    private readonly HttpClient http;

    private Caller(SandboxServer server)
    {
        Server = server;
        http = new() { BaseAddress = server.BaseUri };
        http.DefaultRequestHeaders.Authorization = new("Bearer", server.Token);
    }

    internal SandboxServer Server { get; }

    internal static async Task<Caller> StartAsync(SandboxOptions? options = null) =>
        new(await SandboxServer.StartAsync(options ?? new(), TestContext.Current.CancellationToken));

    internal void UseToken(string? token) =>
        http.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);

    /// <summary>Sends a PUT with the given members in the default account and workspace.</summary>
    internal Task<Reply> AssignAsync(string number, string members) => PutAsync(number, Body(members));

    internal Task<Reply> PutAsync(string number, string body) => SendAsync(Put(number, body));

    internal Task<Reply> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    internal async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.ReadAsync(response);
    }

    internal Task<HttpResponseMessage> SendForHeadersAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    internal static HttpRequestMessage Put(string number, string body) =>
        new(HttpMethod.Put, $"api/numbers/{Uri.EscapeDataString(number)}/agent")
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };

    internal static string Body(string members) => $$"""
        {"accountSid": "{{SandboxIds.AccountSid}}", "workspaceId": 1{{(members.Length > 0 ? ", " + members : "")}}}
        """;

    internal NumberSnapshot Now(string number) => Server.Snapshot(number)!;

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>A response with its JSON body.</summary>
internal sealed record Reply(HttpStatusCode Status, HttpResponseHeaders Headers, string? ContentType, JsonElement Json)
{
    internal string Error => Json.GetProperty("error").GetString()!;

    internal JsonElement Number => Json.GetProperty("numbers")[0];

    internal static async Task<Reply> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(response.StatusCode, response.Headers, response.Content.Headers.ContentType?.ToString(),
            JsonElement.Parse(body));
    }
}
