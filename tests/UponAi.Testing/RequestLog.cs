namespace UponAi.Testing;

/// <summary>The requests of all connections in the order of their arrival.</summary>
internal sealed class RequestLog
{
    private readonly Lock gate = new();
    private readonly List<ReceivedRequest> requests = [];

    internal Counter Counter { get; } = new();

    internal void Add(ReceivedRequest request)
    {
        lock (gate) requests.Add(request);
        Counter.Increment();
    }

    internal IReadOnlyList<ReceivedRequest> Snapshot()
    {
        lock (gate) return [.. requests];
    }
}
