using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>
/// A platform that lists numbers as the test says, and does whatever it is asked without remembering it.
/// </summary>
internal static class ListingPlatform
{
    /// <summary>Lists the numbers, each by its members as JSON.</summary>
    internal static Task<ConnectedPlatform> OfAsync(params string[] numbers) =>
        AnsweringAsync(Reply.Json($$"""{"success":true,"numbers":[{{string.Join(",", numbers)}}]}"""));

    /// <summary>Answers the request for the list of numbers with a reply of the test.</summary>
    internal static Task<ConnectedPlatform> AnsweringAsync(Reply list) =>
        ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            request.Method == "GET" && !IsForAgents(request) ? list : ConnectedPlatform.Agree(request)));

    /// <summary>True for the list of agents of a workspace.</summary>
    internal static bool IsForAgents(ReceivedRequest request) =>
        request.Target.StartsWith("/api/agents?", StringComparison.Ordinal);

    /// <summary>A number of workspace 7 with all that can be set.</summary>
    internal static string Number(
        string number, string inbound = "[]", string outbound = "[]", string webhook = "null",
        string timeRouting = "false", string more = "") =>
        $$"""{"number":"{{number}}","account_sid":"AC1","workspace_id":7,"inbound_agents":{{inbound}}"""
        + $$""","outbound_agents":{{outbound}},"inbound_webhook_url":{{webhook}}"""
        + $$""","is_time_routing_enabled":{{timeRouting}}{{more}}}""";

    /// <summary>A split as JSON: <c>agent_a@3=0.9;agent_b=0.1</c>.</summary>
    internal static string Split(string agents) => "[" + string.Join(",", agents.Split(';').Select(Agent)) + "]";

    /// <summary>How often the list of numbers was requested.</summary>
    internal static int ListCount(this ConnectedPlatform platform) =>
        platform.Server.Requests.Count(
            request => request.Target.StartsWith("/api/numbers/", StringComparison.Ordinal) && request.Method == "GET");

    /// <summary>The numbers that changes arrived for, in order.</summary>
    internal static IReadOnlyList<string> ChangedNumbers(this ConnectedPlatform platform) =>
        [.. platform.Server.Requests.Where(request => request.Method == "PUT").Select(
                request => Uri.UnescapeDataString(request.Target.Split('/')[^2]))];

    /// <summary>What the changes of a number changed, in order, without account and workspace.</summary>
    internal static IReadOnlyList<string> ChangesOf(this ConnectedPlatform platform, string number) =>
    [
        .. platform.Server.Requests
            .Where(
                request => request.Method == "PUT" && Uri.UnescapeDataString(request.Target.Split('/')[^2]) == number)
            .Select(
                request =>
                    request.Body.Replace("\"accountSid\":\"AC1\",\"workspaceId\":7,", "", StringComparison.Ordinal)),
    ];

    private static string Agent(string text)
    {
        var (id, weight) = text.Split('=') is [var named, var share] ? (named, share) : (text, "1");
        return id.Split('@') is [var agent, var version]
            ? $$"""{"agent_id":"{{agent}}","agent_version":{{version}},"weight":{{weight}}}"""
            : $$"""{"agent_id":"{{id}}","weight":{{weight}}}""";
    }
}
