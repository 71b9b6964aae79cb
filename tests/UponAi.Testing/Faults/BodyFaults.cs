using System.Text;
using static UponAi.Testing.Faults.Fault;

namespace UponAi.Testing.Faults;

/// <summary>Bodies that arrive complete but are not JSON of the contract.</summary>
internal static class BodyFaults
{
    internal static Fault[] Of(Asked asked) =>
    [
        new("an empty 200", Always(Reply.Json("")), "InvalidResponse", "ProtocolError", 1, AtOnce),
        new(
            "an HTML page", Always(Reply.Text("<!DOCTYPE html>\n<title>Sign in</title>", "text/html")),
            "InvalidResponse", "ProtocolError", 1, AtOnce),
        new("half a JSON text", Always(Reply.Json(asked.Good[..^2])), "InvalidResponse", "ProtocolError", 1, AtOnce),
        new(
            "two JSON texts", Always(Reply.Json(asked.Good + asked.Good)), "InvalidResponse", "ProtocolError", 1,
            AtOnce),
        new(
            "deep JSON",
            Always(Reply.Json("{\"x\":" + new string('[', 100_000) + new string(']', 100_000) + ",\"success\":true}")),
            "InvalidResponse", "ProtocolError", 1, AtOnce),
        Successful(
            asked,
            "Latin-1",
            Always(
                Reply.Bytes(
                    Encoding.Latin1.GetBytes("""{"success":true,"message":"Zürich"}"""),
                    "application/json; charset=iso-8859-1"))),
        new(
            "UTF-16", Always(Reply.Bytes(Encoding.Unicode.GetBytes(asked.Good), "application/json; charset=utf-16")),
            "InvalidResponse", "ProtocolError", 1, AtOnce),
        Successful(asked, "half a surrogate", Always(Reply.Json("""{"success":true,"message":"\ud800"}"""))),
        new(
            "a charset that nobody knows", Always(Reply.Text(asked.Good, "application/json; charset=klingon")), null,
            null, 1, AtOnce),
        new("a content type that is none", Always(Reply.Text(asked.Good, ";;;")), null, null, 1, AtOnce),
        new("a byte order mark", Always(Reply.Json("\ufeff" + asked.Good)), null, null, 1, AtOnce),
    ];

    /// <summary>A success with an unreadable message: enough for a change, but not a list.</summary>
    private static Fault Successful(Asked asked, string name, Func<Task<IFaultyPlatform>> open) => asked == Asked.Update
        ? new(name, open, null, null, 1, AtOnce)
        : new(name, open, "InvalidResponse", "ProtocolError", 1, AtOnce);
}
