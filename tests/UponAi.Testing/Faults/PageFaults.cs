using static UponAi.Testing.Faults.Fault;

namespace UponAi.Testing.Faults;

/// <summary>Lists whose second page fails. The first page alone is not a list.</summary>
internal static class PageFaults
{
    private static readonly Reply First =
        Reply.Json($$"""{"data":[{{Asked.AgentRow("first")}}],"pagination_key":"first","pagination_key_version":3}""");

    internal static readonly Fault[] All =
    [
        new(
            "a second page that fails", Second(Reply.Json("", 500)), "ServiceUnavailable", "ResourceUnavailable", 5,
            FourWaits),
        new("a second page that is forbidden", Second(Reply.Json("", 403)), "Forbidden", "PermissionDenied", 1, AtOnce),
        new(
            "a second page that is cut off", Second(Reply.CutOff(Asked.Agents.Good)), "InvalidResponse",
            "ProtocolError", 5, FourWaits),
        new("a second page that is reset", Second(Reply.Reset()), "ConnectionFailed", "ConnectionError", 5, FourWaits),
        new(
            "a second page of HTML", Second(Reply.Text("<title>Sign in</title>", "text/html")), "InvalidResponse",
            "ProtocolError", 1, AtOnce),
        new("a second page that is the first", Second(First), "InvalidResponse", "ProtocolError", 1, AtOnce),
    ];

    private static Func<Task<IFaultyPlatform>> Second(Reply second) =>
        Once(
            () =>
                ScriptedServer.Start(
                    request => request.Target.Contains("paginationKey", StringComparison.Ordinal) ? second : First));
}
