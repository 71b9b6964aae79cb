using System.Text.Json;
using UponAi.Sandbox.Answers;
using UponAi.Sandbox.Gateway;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox.Api;

/// <summary>What the sandbox tells about itself: without a token, uncounted, never late or faulty.</summary>
internal static class StatisticsRoutes
{
    internal static void MapStatistics(this IEndpointRouteBuilder routes, PlatformState platform, RequestCounters counters)
    {
        routes.MapGet("/sandbox/stats", context => WriteAsync(context, json => WriteStatistics(json, counters.Snapshot())));
        routes.MapGet("/sandbox/numbers/{number}/puts", context => WriteAsync(context, json => WritePuts(json, platform.FindNumber(context.RouteText("number"))?.Snapshot())));
    }

    private static void WriteStatistics(Utf8JsonWriter json, RequestStatistics statistics)
    {
        json.WriteNumber("requests", statistics.Total);
        json.WriteStartObject("byStatus");
        foreach (var (status, count) in statistics.ByStatus) json.WriteNumber($"{status}", count);
        json.WriteEndObject();
        json.WriteNumber("lost", statistics.Lost);
    }

    private static void WritePuts(Utf8JsonWriter json, NumberSnapshot? number)
    {
        json.WriteNumber("applied", number?.AppliedPuts ?? 0);
        json.WriteNumber("answered", number?.AnsweredPuts ?? 0);
    }

    private static async Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> members)
    {
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, SandboxJson.Readable);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }
}
