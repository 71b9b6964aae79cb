using static UponAi.Testing.Faults.Fault;

namespace UponAi.Testing.Faults;

/// <summary>Refusals for the rate, and what they say of when to come back.</summary>
internal static class RateLimitFaults
{
    // Without a usable hint the pacer holds all requests a second, beside the client's own wait.
    private static readonly TimeSpan FourHeldWaits = FourWaits + 4 * TimeSpan.FromSeconds(1);

    // Four attempts at the rate that the pacer makes of the refusals.
    private static readonly TimeSpan FourTurns = 4 * TimeSpan.FromSeconds(1);

    internal static Fault[] Of(Asked asked) =>
    [
        Refused("no Retry-After", FourHeldWaits),
        Refused("Retry-After in seconds", 4 * TimeSpan.FromSeconds(17), ("Retry-After", "17")),
        // Noon by the tests' clock is the moment of the first request.
        Refused("Retry-After as a date", TimeSpan.FromSeconds(20) + FourTurns, ("Retry-After", "Mon, 20 Apr 2026 12:00:20 GMT")),
        Refused("Retry-After as a date long past", FourTurns, ("Retry-After", "Mon, 20 Apr 1970 12:00:00 GMT")),
        Refused("retry-after-ms", 4 * TimeSpan.FromMilliseconds(250), ("retry-after-ms", "250")),
        Refused("a negative Retry-After", FourHeldWaits, ("Retry-After", "-5")),
        Refused("an absurd Retry-After", 4 * TimeSpan.FromSeconds(60), ("Retry-After", "99999999999999999999")),
        Refused("a Retry-After of a day", 4 * TimeSpan.FromSeconds(60), ("Retry-After", "86400")),
        Refused("a Retry-After that is none", FourHeldWaits, ("Retry-After", "soon")),
        new("429, then an answer", InTurn(Reply.Json("", 429, ("Retry-After", "3")), Reply.Json(asked.Good)), null, null, 2, TimeSpan.FromSeconds(3)),
    ];

    private static Fault Refused(string how, TimeSpan within, params (string, string)[] headers) =>
        new("429, " + how, Always(Reply.Json("", 429, headers)), "RateLimited", "LimitsExceeded", 5, within);
}
