using System.Net;
using System.Net.Sockets;

namespace UponAi.Testing;

/// <summary>
/// Takes a client's TLS greeting, says the given bytes or nothing, and goes: reset after nothing, closed after a word.
/// </summary>
public sealed class GreetedPort : IFaultyPlatform
{
    /// <summary>A fatal alert: the greeting's protocol version is not spoken here.</summary>
    public static readonly byte[] ProtocolVersionAlert = [0x15, 3, 1, 0, 2, 2, 70];

    /// <summary>A ServerHello that settles for TLS 1.0.</summary>
    public static readonly byte[] Tls10Hello = [0x16, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1, .. new byte[32], 0, 0, 0x2f, 0];

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly byte[] answer;
    private readonly Task serving;

    /// <summary>Starts to listen.</summary>
    /// <param name="answer">What is said to every greeting; empty for a reset, as a busy load balancer does.</param>
    public GreetedPort(byte[] answer)
    {
        this.answer = answer;
        listener.Start();
        BaseUri = new Uri($"https://{listener.LocalEndpoint}");
        serving = ServeAsync();
    }

    /// <inheritdoc/>
    public Uri BaseUri { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await serving;
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var greeting = new byte[16 * 1024];
        try
        {
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync(stopping.Token);
                var read =
                    await socket.ReceiveAsync(answer.Length == 0 ? greeting.AsMemory(0, 1) : greeting, stopping.Token);
                if (answer.Length == 0) socket.LingerState = new LingerOption(enable: true, seconds: 0);
                else if (read > 0) await SayAsync(socket, greeting);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task SayAsync(Socket socket, byte[] rest)
    {
        try
        {
            await socket.SendAsync(answer, stopping.Token);
            socket.Shutdown(SocketShutdown.Send);
            while (await socket.ReceiveAsync(rest, stopping.Token) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // The client was quicker to go.
        }
    }
}
