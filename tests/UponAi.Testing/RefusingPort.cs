using System.Net;
using System.Net.Sockets;

namespace UponAi.Testing;

/// <summary>A loopback port where nobody listens, and that nobody else can take meanwhile.</summary>
public sealed class RefusingPort : IFaultyPlatform
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Takes the port.</summary>
    public RefusingPort()
    {
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        BaseUri = new Uri($"http://{socket.LocalEndPoint}");
    }

    /// <summary>The address that refuses.</summary>
    public Uri BaseUri { get; }

    /// <summary>Gives the port back.</summary>
    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return default;
    }
}
