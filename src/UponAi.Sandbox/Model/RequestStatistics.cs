namespace UponAi.Sandbox;

/// <summary>
/// Counts of the requests so far. When no request is in progress, <c>Total</c> equals <c>Lost</c> plus the sum of
/// <c>ByStatus</c>.
/// </summary>
/// <param name="Total">The number of requests.</param>
/// <param name="ByStatus">The number of complete responses by HTTP status.</param>
/// <param name="Lost">
/// The number of requests without a complete response: reset, truncated, or canceled by the caller.
/// </param>
public sealed record RequestStatistics(long Total, IReadOnlyDictionary<int, long> ByStatus, long Lost);

/// <summary>Counts requests and responses. Safe to use from several threads.</summary>
internal sealed class RequestCounters
{
    private readonly long[] byStatus = new long[600];
    private long total;
    private long lost;

    internal RequestStatistics Snapshot() => new(
        Interlocked.Read(ref total),
        Enumerable.Range(0, byStatus.Length)
            .Select(status => KeyValuePair.Create(status, Interlocked.Read(ref byStatus[status])))
            .Where(count => count.Value > 0)
            .ToDictionary(),
        Interlocked.Read(ref lost));

    internal void CountRequest() => Interlocked.Increment(ref total);

    internal void CountResponse(int status) => Interlocked.Increment(ref byStatus[status]);

    internal void CountLost() => Interlocked.Increment(ref lost);
}
