namespace UponAi.Sandbox.Gateway;

/// <summary>Counts requests and answers.</summary>
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

    internal void Arrived() => Interlocked.Increment(ref total);

    internal void Answered(int status) => Interlocked.Increment(ref byStatus[status]);

    internal void Lost() => Interlocked.Increment(ref lost);
}
