using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>
/// A platform that lists the numbers of the test. The platform accepts every change, but does not store it.
/// </summary>
internal static class ListingPlatform
{
    /// <summary>Creates a platform that lists numbers. Each number is given by its JSON members.</summary>
    internal static Task<ConnectedPlatform> OfAsync(params string[] numbers) =>
        AnsweringAsync(Reply.Json($$"""{"success":true,"numbers":[{{string.Join(",", numbers)}}]}"""));

    /// <summary>Creates a platform that answers the request for the list of numbers with a reply.</summary>
    internal static Task<ConnectedPlatform> AnsweringAsync(Reply list) =>
        ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            request.Method == "GET" && !IsForAgents(request) ? list : ConnectedPlatform.Agree(request)));

    /// <summary>True for a request for the agents of a workspace.</summary>
    internal static bool IsForAgents(ReceivedRequest request) =>
        request.Target.StartsWith("/api/agents?", StringComparison.Ordinal);

    /// <summary>A number of workspace 7 with every property that can be set.</summary>
    internal static string Number(
        string number, string inbound = "[]", string outbound = "[]", string webhook = "null",
        string timeRouting = "false", string more = "") =>
        $$"""{"number":"{{number}}","account_sid":"AC1","workspace_id":7,"inbound_agents":{{inbound}}"""
        + $$""","outbound_agents":{{outbound}},"inbound_webhook_url":{{webhook}}"""
        + $$""","is_time_routing_enabled":{{timeRouting}}{{more}}}""";

    /// <summary>A split as JSON: <c>agent_a@3=0.9;agent_b=0.1</c>.</summary>
    internal static string Split(string agents) => "[" + string.Join(",", agents.Split(';').Select(Agent)) + "]";

    /// <summary>Gets how often the list of numbers was requested.</summary>
    internal static int ListCount(this ConnectedPlatform platform) =>
        platform.Server.Requests.Count(
            request => request.Target.StartsWith("/api/numbers/", StringComparison.Ordinal) && request.Method == "GET");

    /// <summary>Gets the numbers of the received changes, in order.</summary>
    internal static IReadOnlyList<string> ChangedNumbers(this ConnectedPlatform platform) =>
        [.. platform.Server.Requests.Where(request => request.Method == "PUT").Select(
                request => Uri.UnescapeDataString(request.Target.Split('/')[^2]))];

    /// <summary>Returns the changes of a number, in order, without account and workspace.</summary>
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
