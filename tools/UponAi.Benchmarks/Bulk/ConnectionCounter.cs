using System.Diagnostics.Tracing;

namespace UponAi.Benchmarks.Bulk;

/// <summary>Counts the connections that this process begins to open.</summary>
internal sealed class ConnectionCounter : EventListener
{
    private int count;

    internal int Count => count;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Net.Sockets") EnableEvents(eventSource, EventLevel.Informational);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName == "ConnectStart") Interlocked.Increment(ref count);
    }
}
