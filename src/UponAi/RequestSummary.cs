using System.Globalization;
using static System.FormattableString;

namespace UponAi;

/// <summary>The result of a request, including its retries. Holds no secret.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The escaped path, as sent.</param>
/// <param name="StatusCode">The last HTTP status, or null if there was no response.</param>
/// <param name="Attempts">How often the request was sent.</param>
/// <param name="Elapsed">The time from the first attempt to the end.</param>
public sealed record RequestSummary(string Method, string Path, int? StatusCode, int Attempts, TimeSpan Elapsed)
{
    /// <summary>Gets the last response's headers for the vendor's support, or null.</summary>
    public SupportData? Support { get; init; }

    /// <summary>Gets the request id from the last response, or null.</summary>
    public string? RequestId => Support?.XRequestId ?? Support?.RequestId;

    /// <summary>
    /// Gets a description of each attempt for the debug stream. Empty unless a command runs with -Debug.
    /// </summary>
    internal IReadOnlyList<string> Exchanges { get; init; } = [];

    /// <summary>
    /// Returns one line, for example <c>PUT /api/numbers/%2B14155550100/agent: 200, 1 attempt, 12 ms</c>, followed by
    /// the support data.
    /// </summary>
    public override string ToString()
    {
        var status = StatusCode is { } code ? $"{code}" : "no response";
        var attempts = Attempts == 1 ? "1 attempt" : $"{Attempts} attempts";
        var support = Support is null ? "" : $"; {Support}";
        return Invariant($"{Method} {Path}: {status}, {attempts}, {Elapsed.TotalMilliseconds:0} ms{support}");
    }
}

/// <summary>The response headers for the vendor's support. A missing header is null.</summary>
/// <param name="XRequestId">The header <c>x-request-id</c>.</param>
/// <param name="RequestId">The header <c>request-id</c>.</param>
/// <param name="CfRay">The header <c>cf-ray</c>.</param>
/// <param name="TraceParent">The header <c>traceparent</c>.</param>
/// <param name="Date">The header <c>Date</c>.</param>
public sealed record SupportData(
    string? XRequestId, string? RequestId, string? CfRay, string? TraceParent, DateTimeOffset? Date)
{
    /// <summary>True if the response has an id.</summary>
    internal bool HasId =>
        XRequestId is not null || RequestId is not null || CfRay is not null || TraceParent is not null;

    internal bool IsEmpty => !HasId && Date is null;

    /// <summary>Returns one line, for example <c>x-request-id 4f2a, date 2026-11-28T17:02:19Z</c>.</summary>
    public override string ToString() => string.Join(
        ", ",
        new[]
        {
            Part("x-request-id", XRequestId),
            Part("request-id", RequestId),
            Part("cf-ray", CfRay),
            Part("traceparent", TraceParent),
            Part("date", Date?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        }.Where(part => part is not null));

    private static string? Part(string name, string? value) => value is null ? null : $"{name} {value}";
}
