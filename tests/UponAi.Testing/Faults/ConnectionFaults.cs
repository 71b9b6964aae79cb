using static UponAi.Testing.Faults.Fault;

namespace UponAi.Testing.Faults;

/// <summary>Connections that fail or end before a response begins.</summary>
internal static class ConnectionFaults
{
    internal static Fault[] Of(Asked asked) =>
    [
        new(
            "a name that nobody knows", Once(() => new UnknownHost()), "ConnectionFailed", "ConnectionError", 5,
            FourWaits),
        new(
            "a refused connection", Once(() => new RefusingPort()), "ConnectionFailed", "ConnectionError", 5,
            FourWaits),
        new("a reset before the headers", Always(Reply.Reset()), "ConnectionFailed", "ConnectionError", 5, FourWaits),
        new("a close before the headers", Always(Reply.Hangup()), "ConnectionFailed", "ConnectionError", 5, FourWaits),
        new(
            "a reset in the headers", Always(Reply.ResetInHeaders()), "ConnectionFailed", "ConnectionError", 5,
            FourWaits),
        new(
            "a close in the headers", Always(Reply.Raw("HTTP/1.1 200 OK\r\nContent-Type: app").ThenClose()),
            "ConnectionFailed", "ConnectionError", 5, FourWaits),
        new(
            "something that is not HTTP", Always(Reply.Raw("SSH-2.0-OpenSSH_9.2\r\n").ThenClose()), "ConnectionFailed",
            "ConnectionError", 5, FourWaits),
        new(
            "headers without an end",
            Always(() => Reply.Raw("HTTP/1.1 200 OK\r\nX-Long: " + new string('x', 1 << 20)).ThenClose()),
            "ConnectionFailed", "ConnectionError", 5, FourWaits),
        new(
            "a header that is none", Always(Reply.Raw("HTTP/1.1 200 OK\r\n: nameless\r\n\r\n").ThenClose()),
            "ConnectionFailed", "ConnectionError", 5, FourWaits),
        new("a reset, then an answer", InTurn(Reply.Reset(), Reply.Json(asked.Good)), null, null, 2, FourWaits),
        new(
            "a kept connection that is closed by the next request",
            InTurn(Reply.Json(asked.Good), Reply.Hangup(), Reply.Json(asked.Good)), null, null, 2,
            FourWaits) { Requests = 2 },
        new(
            "a kept connection that is reset by the next request",
            InTurn(Reply.Json(asked.Good), Reply.Reset(), Reply.Json(asked.Good)), null, null, 2,
            FourWaits) { Requests = 2 },
    ];
}
