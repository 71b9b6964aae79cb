using System.Globalization;
using System.Net.Http.Headers;

namespace UponAi.Client.Messages;

/// <summary>How long an answer asks to wait: <c>retry-after-ms</c>, else <c>Retry-After</c> in seconds or as a date.</summary>
internal static class RetryAfterHeader
{
    /// <summary>The longest wait that an answer can impose.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <returns>None without a usable hint: missing, unreadable or negative.</returns>
    internal static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider time)
    {
        if (Milliseconds(headers) is { } exact) return exact;
        if (headers.RetryAfter is not { } retryAfter) return null;
        if (retryAfter.Delta is { } delta) return Bound(delta);
        // A date that has passed by the time it arrives means now.
        return retryAfter.Date is { } date ? Bound(Max(date - time.GetUtcNow(), TimeSpan.Zero)) : null;
    }

    private static TimeSpan? Milliseconds(HttpResponseHeaders headers) =>
        headers.TryGetValues("retry-after-ms", out var values)
        && decimal.TryParse(values.First(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds >= 0m
            ? TimeSpan.FromMilliseconds((double)Math.Min(milliseconds, (decimal)Longest.TotalMilliseconds))
            : null;

    private static TimeSpan? Bound(TimeSpan wait) => wait < TimeSpan.Zero ? null : wait > Longest ? Longest : wait;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
