using System.Net;
using System.Net.Sockets;

namespace UponAi.Testing;

/// <summary>
/// A loopback port that lets connection attempts hang: nobody accepts, and the queue is full. So on Linux; elsewhere a
/// full queue refuses.
/// </summary>
public sealed class BlackHole : IFaultyPlatform
{
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket filling = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Takes the port and fills its queue.</summary>
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
