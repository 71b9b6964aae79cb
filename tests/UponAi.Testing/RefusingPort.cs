using System.Net;
using System.Net.Sockets;

namespace UponAi.Testing;

/// <summary>A loopback port that refuses connections. No other program can take the port.</summary>
public sealed class RefusingPort : IFaultyPlatform
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Reserves the port.</summary>
    public RefusingPort()
    {
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        BaseUri = new Uri($"http://{socket.LocalEndPoint}");
    }

    /// <summary>Gets the address of the port.</summary>
    public Uri BaseUri { get; }

    /// <summary>Releases the port.</summary>
    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return default;
    }
}
