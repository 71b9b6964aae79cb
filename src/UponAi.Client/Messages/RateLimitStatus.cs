using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace UponAi.Client.Messages;

/// <summary>How many requests the platform still takes, and when it begins to count anew.</summary>
/// <param name="Remaining">The requests left.</param>
/// <param name="Reset">The time until the next ones.</param>
internal sealed record RateLimitStatus(long Remaining, TimeSpan Reset)
{
    // Larger values of a reset are moments, in seconds since 1970.
    private const double MomentsFrom = 1e9;

    // And still larger ones in milliseconds.
    private const double MillisecondsFrom = 1e11;

    private static readonly string[] RemainingNames = ["RateLimit-Remaining", "X-RateLimit-Remaining"];
    private static readonly string[] ResetNames = ["RateLimit-Reset", "X-RateLimit-Reset"];

    // The IETF draft's one header: limit=100, remaining=0, reset=7 in its older form; in its newer a list of
    // policies, "name";r=0;t=7.
    private static readonly Regex RemainingPart = new(@"\bremaining=(\d{1,15})\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex ResetPart = new(@"\breset=(\d{1,15})\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex PolicyRemaining = new(@"\br=(\d{1,15})\b", RegexOptions.CultureInvariant);
    private static readonly Regex PolicyReset = new(@"\bt=(\d{1,15})\b", RegexOptions.CultureInvariant);
    private static readonly Regex Name = new("\"[^\"]*\"", RegexOptions.CultureInvariant);

    /// <returns>None where the answer does not say both.</returns>
    internal static RateLimitStatus? Read(HttpResponseHeaders headers, TimeProvider time) => headers.TryGetValues("RateLimit", out var combined)
        ? Combined(Name.Replace(string.Join(",", combined), ""), time)
        : Of(Number(First(headers, RemainingNames)), Number(First(headers, ResetNames)), time);

    /// <summary>Of several policies the one that allows least, and of those the one that does so longest.</summary>
    private static RateLimitStatus? Combined(string header, TimeProvider time) =>
        Of(Part(RemainingPart, header), Part(ResetPart, header), time)
        ?? header.Split(',')
            .Select(policy => Of(Part(PolicyRemaining, policy), Part(PolicyReset, policy), time))
            .OfType<RateLimitStatus>()
            .OrderBy(allowance => allowance.Remaining)
            .ThenByDescending(allowance => allowance.Reset)
            .FirstOrDefault();

    private static RateLimitStatus? Of(double? remaining, double? reset, TimeProvider time) =>
        remaining is { } left && reset is { } until ? new RateLimitStatus((long)left, Wait(until, time)) : null;

    private static TimeSpan Wait(double reset, TimeProvider time)
    {
        if (reset >= MillisecondsFrom) reset /= 1000;
        var seconds = reset >= MomentsFrom ? reset - time.GetUtcNow().ToUnixTimeMilliseconds() / 1000d : reset;
        return TimeSpan.FromSeconds(Math.Min(Math.Max(seconds, 0), TimeSpan.FromDays(1).TotalSeconds));
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1e15 ? number : null;

    private static double? Part(Regex part, string header) => part.Match(header) is { Success: true } match ? Number(match.Groups[1].Value) : null;

    private static string? First(HttpResponseHeaders headers, params string[] names)
    {
        foreach (var name in names)
        {
            if (headers.TryGetValues(name, out var values)) return values.FirstOrDefault();
        }

        return null;
    }
}
