using System.Net;
using System.Net.Sockets;

namespace UponAi.Testing;

/// <summary>
/// A port that reads the TLS greeting of a client, sends bytes, and closes the connection. Without bytes, resets the
/// connection.
/// </summary>
public sealed class GreetedPort : IFaultyPlatform
{
    /// <summary>A fatal alert: the protocol version of the greeting is not supported.</summary>
    public static readonly byte[] ProtocolVersionAlert = [0x15, 3, 1, 0, 2, 2, 70];

    /// <summary>A ServerHello with TLS 1.0.</summary>
    public static readonly byte[] Tls10Hello = [0x16, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1, .. new byte[32], 0, 0, 0x2f, 0];

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly byte[] answer;
    private readonly Task serving;

    /// <summary>Starts to listen.</summary>
    /// <param name="answer">The answer to every greeting. Empty for a reset, as by a busy load balancer.</param>
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
            // The test has ended.
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
            // The client closed the connection first.
        }
    }
}
