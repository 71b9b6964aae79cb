using static UponAi.Testing.Faults.Fault;

namespace UponAi.Testing.Faults;

/// <summary>
/// JSON that violates the contract of a list, or nearly. A list that breaks off is an error. An unreadable row leaves
/// the other rows.
/// </summary>
internal static class ListFaults
{
    internal static Fault[] Of(Asked asked) =>
    [
        new(
            "a list that says it failed", Always(Reply.Json("""{"success":false,"message":"Not now."}""")),
            "RequestFailed", "InvalidResult", 1, AtOnce),
        new("an object without a list", Always(Reply.Json("{}")), "InvalidResponse", "ProtocolError", 1, AtOnce),
        new("a number", Always(Reply.Json("7")), "InvalidResponse", "ProtocolError", 1, AtOnce),
        new("a null behind the rows", Always(Reply.Json(Behind(asked, ",null"))), null, null, 1, AtOnce),
        new("text behind the rows", Always(Reply.Json(Behind(asked, ",\"x\""))), null, null, 1, AtOnce),
        new(
            "an object where text belongs, behind the rows",
            Always(Reply.Json(Behind(asked, ",{\"number\":{},\"agent_id\":{}}"))),
            null,
            null,
            1,
            AtOnce),
        new(
            "half a surrogate behind the rows",
            Always(Reply.Json(Behind(asked, ",{\"number\":\"\\ud800\",\"agent_id\":\"\\ud800\"}"))),
            null,
            null,
            1,
            AtOnce),
        new(
            "a row of 11 MiB behind the rows",
            Always(() => Reply.Json(Behind(asked, ",{\"number\":\"" + new string('1', 11 << 20) + "\"}"))),
            "InvalidResponse", "ProtocolError", 1, AtOnce),
        new(
            "a bracket behind the list", Always(Reply.Json(asked.Good + "]")), "InvalidResponse", "ProtocolError", 1,
            AtOnce),
        new(
            "11 MiB of nothing behind the list", Always(() => Reply.Json(asked.Good.PadRight(11 << 20))),
            "InvalidResponse", "ProtocolError", 1, AtOnce),
        new(
            "rows that are cut off, then the list",
            InTurn(Reply.CutOff(asked.Good), Reply.ResetInBody(asked.Good), Reply.Json(asked.Good)), null, null, 3,
            FourWaits),
    ];

    private static string Behind(Asked asked, string what) => asked.Good.Insert(asked.Good.LastIndexOf(']'), what);
}
