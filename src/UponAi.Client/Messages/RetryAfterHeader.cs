using System.Globalization;
using System.Net.Http.Headers;

namespace UponAi.Client.Messages;

/// <summary>
/// Reads for <see cref="ApiResponse"/> how long the platform asks to wait: <c>retry-after-ms</c>, or else
/// <c>Retry-After</c> in seconds or as a date.
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
        var wait = headers.RetryAfter?.Delta ?? headers.RetryAfter?.Date - time.GetUtcNow();
        if (wait > MaxWait) return MaxWait;
        // .NET does not parse negative seconds, so only a date can be in the past. Then there is no wait.
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
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
}
