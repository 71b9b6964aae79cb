namespace UponAi.Testing;

/// <summary>Requests in the order of their arrival, whichever connections they came over.</summary>
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
