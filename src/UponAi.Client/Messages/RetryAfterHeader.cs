using System.Globalization;
using System.Net.Http.Headers;

namespace UponAi.Client.Messages;

/// <summary>
/// Reads how long a response asks to wait: <c>retry-after-ms</c>, or else <c>Retry-After</c> in seconds or as a date.
/// </summary>
internal static class RetryAfterHeader
{
    /// <summary>The longest wait that a response can impose.</summary>
    internal static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(60);

    /// <summary>Reads the wait, limited to <see cref="MaxWait"/>.</summary>
    /// <returns>Null if the header is missing, unreadable or negative.</returns>
    internal static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider time)
    {
        if (ReadMilliseconds(headers) is { } exact) return exact;
        if (headers.RetryAfter is not { } retryAfter) return null;
        if (retryAfter.Delta is { } delta) return Limit(delta);
        // A date in the past means no wait.
        return retryAfter.Date is { } date ? Limit(Max(date - time.GetUtcNow(), TimeSpan.Zero)) : null;
    }

    private static TimeSpan? ReadMilliseconds(HttpResponseHeaders headers) =>
        headers.TryGetValues("retry-after-ms", out var values)
        && decimal.TryParse(
            values.First(),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var milliseconds)
        && milliseconds >= 0m
            ? TimeSpan.FromMilliseconds((double)Math.Min(milliseconds, (decimal)MaxWait.TotalMilliseconds))
            : null;

    private static TimeSpan? Limit(TimeSpan wait) => wait < TimeSpan.Zero ? null : wait > MaxWait ? MaxWait : wait;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
