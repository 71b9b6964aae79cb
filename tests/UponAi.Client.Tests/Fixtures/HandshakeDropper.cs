using System.Net;
using System.Net.Sockets;

namespace UponAi.Client.Tests.Fixtures;

/// <summary>Resets every connection at its TLS greeting, as a busy load balancer does.</summary>
internal sealed class HandshakeDropper : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task dropping;

    internal HandshakeDropper()
    {
        listener.Start();
        BaseUri = new Uri($"https://{listener.LocalEndpoint}");
        dropping = DropAsync();
    }

    internal Uri BaseUri { get; }

    internal int Dropped { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await dropping;
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task DropAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync(stopping.Token);
                await socket.ReceiveAsync(new byte[1], stopping.Token);
                Dropped++;
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
