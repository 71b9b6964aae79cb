using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace UponAi.Client.Messages;

/// <summary>The rate limit from the headers of a response.</summary>
/// <param name="Remaining">The number of requests left.</param>
/// <param name="Reset">The time until the platform accepts more requests.</param>
internal sealed record RateLimitStatus(long Remaining, TimeSpan Reset)
{
    // From this value on, a reset is a Unix time in seconds.
    private const double MinUnixSeconds = 1e9;

    // From this value on, a reset is a Unix time in milliseconds.
    private const double MinUnixMilliseconds = 1e11;

    private static readonly string[] RemainingNames = ["RateLimit-Remaining", "X-RateLimit-Remaining"];
    private static readonly string[] ResetNames = ["RateLimit-Reset", "X-RateLimit-Reset"];

    // The single header of the IETF draft. The older form is "limit=100, remaining=0, reset=7". The newer form is a
    // list of policies such as "name";r=0;t=7.
    private static readonly Regex RemainingPart = new(
        @"\bremaining=(\d{1,15})\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex ResetPart = new(
        @"\breset=(\d{1,15})\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex PolicyRemaining = new(@"\br=(\d{1,15})\b", RegexOptions.CultureInvariant);
    private static readonly Regex PolicyReset = new(@"\bt=(\d{1,15})\b", RegexOptions.CultureInvariant);
    private static readonly Regex QuotedName = new("\"[^\"]*\"", RegexOptions.CultureInvariant);

    /// <summary>Reads the rate limit headers.</summary>
    /// <returns>Null unless the response states both values.</returns>
    internal static RateLimitStatus? Read(HttpResponseHeaders headers, TimeProvider time)
    {
        if (headers.TryGetValues("RateLimit", out var combined))
            return ReadCombined(QuotedName.Replace(string.Join(",", combined), ""), time);
        return FindFirst(headers, RemainingNames) is { } remaining
            ? Create(ParseNumber(remaining), ParseNumber(FindFirst(headers, ResetNames)), time)
            : null;
    }

    // Of several policies, the strictest counts.
    private static RateLimitStatus? ReadCombined(string header, TimeProvider time) =>
        Create(FindPart(RemainingPart, header), FindPart(ResetPart, header), time)
        ?? header.Split(',')
            .Select(policy => Create(FindPart(PolicyRemaining, policy), FindPart(PolicyReset, policy), time))
            .OfType<RateLimitStatus>()
            .OrderBy(policy => policy.Remaining)
            .ThenByDescending(policy => policy.Reset)
            .FirstOrDefault();

    private static RateLimitStatus? Create(double? remaining, double? reset, TimeProvider time) =>
        remaining is { } left && reset is { } until ? new RateLimitStatus((long)left, GetWait(until, time)) : null;

    private static TimeSpan GetWait(double reset, TimeProvider time)
    {
        if (reset >= MinUnixMilliseconds) reset /= 1000;
        var seconds = reset >= MinUnixSeconds ? reset - time.GetUtcNow().ToUnixTimeMilliseconds() / 1000d : reset;
        return TimeSpan.FromSeconds(Math.Min(Math.Max(seconds, 0), TimeSpan.FromDays(1).TotalSeconds));
    }

    private static double? ParseNumber(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number < 1e15
            ? number
            : null;

    private static double? FindPart(Regex part, string header) =>
        part.Match(header) is { Success: true } match ? ParseNumber(match.Groups[1].Value) : null;

    private static string? FindFirst(HttpResponseHeaders headers, string[] names)
    {
        foreach (var name in names)
        {
            if (headers.TryGetValues(name, out var values)) return values.FirstOrDefault();
        }

        return null;
    }
}
