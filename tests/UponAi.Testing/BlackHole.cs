using System.Net;
using System.Net.Sockets;

namespace UponAi.Testing;

/// <summary>
/// A loopback port where connection attempts hang, because nothing accepts them and the queue is full. On other systems
/// than Linux, a full queue refuses connections.
/// </summary>
public sealed class BlackHole : IFaultyPlatform
{
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket filling = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Listens on a port and fills its queue.</summary>
    public BlackHole()
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        BaseUri = new Uri($"http://{listener.LocalEndPoint}");
        filling.Connect(listener.LocalEndPoint!);
    }

    /// <inheritdoc/>
    public Uri BaseUri { get; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        filling.Dispose();
        listener.Dispose();
        return default;
    }
}
