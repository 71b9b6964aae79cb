using System.Text.Json;
using UponAi.Sandbox.Requests;
using UponAi.Sandbox.Responses;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox.Api;

/// <summary>
/// Serves the statistics of the sandbox. These requests need no token, are not counted, and never have a delay or a
/// fault.
/// </summary>
internal static class StatisticsRoutes
{
    internal static void MapStatistics(
        this IEndpointRouteBuilder routes, PlatformState platform, RequestCounters counters)
    {
        routes.MapGet(
            "/sandbox/stats",
            context => WriteAsync(context, json => WriteStatistics(json, counters.Snapshot())));
        routes.MapGet(
            "/sandbox/numbers/{number}/puts",
            context => WriteAsync(context, json => WritePuts(context, json, platform)));
    }

    private static void WriteStatistics(Utf8JsonWriter json, RequestStatistics statistics)
    {
        json.WriteNumber("requests", statistics.Total);
        json.WriteStartObject("byStatus");
        foreach (var (status, count) in statistics.ByStatus) json.WriteNumber($"{status}", count);
        json.WriteEndObject();
        json.WriteNumber("lost", statistics.Lost);
    }

    private static void WritePuts(HttpContext context, Utf8JsonWriter json, PlatformState platform)
    {
        var number = context.RouteText("number");
        if (platform.FindNumber(number)?.Snapshot() is { } found)
        {
            json.WriteNumber("applied", found.AppliedPuts);
            json.WriteNumber("answered", found.AnsweredPuts);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        json.WriteString("error", $"Phone number '{number}' was not found.");
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
