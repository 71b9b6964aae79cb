using static UponAi.Testing.Faults.Fault;

namespace UponAi.Testing.Faults;

/// <summary>JSON that violates the contract of an update's response, or nearly.</summary>
internal static class UpdateFaults
{
    internal static readonly Fault[] All =
    [
        new(
            "a body of 11 MiB", Always(() => Reply.Json(Asked.Update.Good.PadRight(11 << 20))), "InvalidResponse",
            "ProtocolError", 1, AtOnce),
        new("an array", Always(Reply.Json("[]")), "InvalidResponse", "ProtocolError", 1, AtOnce),
        new("an object that says nothing", Always(Reply.Json("{}")), "InvalidResponse", "ProtocolError", 1, AtOnce),
        new(
            "an error with status 200", Always(Reply.Json(UpdateAnswers.Error("No such agent."))), "InvalidResponse",
            "ProtocolError", 1, AtOnce),
        new(
            "success that is false", Always(Reply.Json("""{"success":false,"message":"Locked."}""")), "UpdateRejected",
            "InvalidResult", 1, AtOnce),
        new(
            "success that is text", Always(Reply.Json("""{"success":"yes"}""")), "InvalidResponse", "ProtocolError", 1,
            AtOnce),
        new(
            "a duplicate member", Always(Reply.Json("""{"success":false,"success":true}""")), "InvalidResponse",
            "ProtocolError", 1, AtOnce),
        new(
            "a duplicate member of a number",
            Always(Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number(Asked.Number, "\"id\":1", "\"id\":2")))),
            null,
            null,
            1,
            AtOnce),
        new(
            "a null among the numbers", Always(Reply.Json("""{"success":true,"numbers":[null]}""")), null, null, 1,
            AtOnce),
        new(
            "a null among the agents",
            Always(Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number(Asked.Number, "\"inbound_agents\":[null]")))),
            null,
            null,
            1,
            AtOnce),
        new(
            "an object where text belongs",
            Always(Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number(Asked.Number, "\"agent_id\":{}")))),
            null,
            null,
            1,
            AtOnce),
        new(
            "an id beyond 64 bits",
            Always(Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number(Asked.Number, "\"id\":99999999999999999999")))),
            null,
            null,
            1,
            AtOnce),
        new(
            "a platform import error",
            Always(Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number(Asked.Number, "\"platform_import_error\":true")))),
            "PlatformImportFailed", "InvalidResult", 1, AtOnce),
        new(
            "nulls where objects belong",
            Always(Reply.Json(
                "{\"success\":true,\"message\":null,\"numbers\":["
                + UpdateAnswers.Number(Asked.Number, "\"inbound_agents\":null", "\"id\":null")
                + "],\"assignment\":null}")),
            null, null, 1, AtOnce),
        new(
            "numbers as strings",
            Always(
                Reply.Json(
                    UpdateAnswers.Of(
                        UpdateAnswers.Number(
                            Asked.Number, "\"id\":\"42\"", "\"workspace_id\":\"7\"",
                            "\"inbound_agent_version\":\"0\"")))),
            null, null, 1, AtOnce),
        new(
            "unknown members",
            Always(
                Reply.Json(
                    $$"""{"new":{"a":[1]},"success":true"""
                    + $$""","numbers":[{{UpdateAnswers.Number(Asked.Number, "\"new\":[{}]")}}],"newer":null}""")),
            null, null, 1, AtOnce),
    ];
}
