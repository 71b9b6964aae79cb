using static UponAi.Testing.Faults.Fault;

namespace UponAi.Testing.Faults;

/// <summary>Attempts that only a timeout ends.</summary>
internal static class HangingFaults
{
    internal static Fault[] Of(Asked asked) =>
    [
        Hang("silence", Always(Reply.Silence())),
        Hang("slow headers", Always(Reply.Raw("HTTP/1.1 200 OK\r\nContent-Ty").ThenSilence())),
        Hang(
            "headers without a body",
            Always(
                Reply.Raw(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n").ThenSilence())),
        Hang("a slow body", Always(Reply.Stalled(asked.Good, () => Task.Delay(Timeout.Infinite)))),
        Hang(
            "a slow body of an error",
            Always(Reply.Stalled(UpdateAnswers.Error("Busy."), () => Task.Delay(Timeout.Infinite), 404))),
        Hang(
            "a chunk that does not come",
            Always(Reply.Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"suc\r\n").ThenSilence())),
        .. OperatingSystem.IsLinux() ? [Hang("a black hole", Once(() => new BlackHole()))] : Array.Empty<Fault>(),
    ];

    private static Fault Hang(string name, Func<Task<IFaultyPlatform>> openAsync) =>
        new(name, openAsync, "Timeout", "OperationTimeout", 5, FiveTimeouts) { Hangs = true };
}
