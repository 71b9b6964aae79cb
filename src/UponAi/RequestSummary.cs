using System.Globalization;

namespace UponAi;

/// <summary>What one request came to, its retries included. Holds no secret.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The escaped path, as sent.</param>
/// <param name="StatusCode">The last status, or none when no answer came.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="Elapsed">From the first attempt to the end.</param>
public sealed record RequestSummary(string Method, string Path, int? StatusCode, int Attempts, TimeSpan Elapsed)
{
    /// <summary>One line, for example <c>PUT /api/numbers/%2B14155550100/agent: 200, 1 attempt, 12 ms</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0} {1}: {2}, {3} {4}, {5:0} ms",
        Method,
        Path,
        StatusCode is { } status ? status.ToString(CultureInfo.InvariantCulture) : "no answer",
        Attempts,
        Attempts == 1 ? "attempt" : "attempts",
        Elapsed.TotalMilliseconds);
}
