using static UponAi.Testing.Faults.Fault;

namespace UponAi.Testing.Faults;

/// <summary>Refusals because of the rate, with different hints about the next attempt.</summary>
internal static class RateLimitFaults
{
    // The total timeout ends the last wait, or comes during the last attempt.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    internal static Fault[] Of(Asked asked) =>
    [
        Refused("no Retry-After"),
        Refused("Retry-After in seconds", ("Retry-After", "17")),
        // The first request arrives at noon of the tests' clock.
        Refused("Retry-After as a date", ("Retry-After", "Mon, 20 Apr 2026 12:00:20 GMT")),
        Refused("Retry-After as a date long past", ("Retry-After", "Mon, 20 Apr 1970 12:00:00 GMT")),
        Refused("retry-after-ms", ("retry-after-ms", "250")),
        Refused("a negative Retry-After", ("Retry-After", "-5")),
        Refused("an absurd Retry-After", ("Retry-After", "99999999999999999999")),
        Refused("a Retry-After of a day", ("Retry-After", "86400")),
        Refused("a Retry-After that is none", ("Retry-After", "soon")),
        new(
            "429, then an answer", InTurn(Reply.Json("", 429, ("Retry-After", "3")), Reply.Json(asked.Good)), null,
            null, 2, TimeSpan.FromSeconds(3)),
    ];

    private static Fault Refused(string how, params (string, string)[] headers) =>
        new(
            "429, " + how, Always(Reply.Json("", 429, headers)), "RateLimited", "LimitsExceeded", Attempts: null,
            Fault.TotalTimeout + LongestWait);
}
