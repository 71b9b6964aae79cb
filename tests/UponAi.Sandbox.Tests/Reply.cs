using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace UponAi.Sandbox.Tests;

/// <summary>What came back.</summary>
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
