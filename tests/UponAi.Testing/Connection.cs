using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace UponAi.Testing;

/// <summary>
/// The connection of a client: receives requests and sends replies until one side ends the connection.
/// </summary>
internal sealed class Connection(
    Socket socket, int number, Func<ReceivedRequest, Reply> script, RequestLog log) : IDisposable
{
    // Long enough for a client to read the sent bytes before a reset, which may overtake them.
    private static readonly TimeSpan BeforeReset = TimeSpan.FromMilliseconds(50);

    internal async Task ServeAsync(X509Certificate2? certificate, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = await OpenAsync(certificate, cancellationToken);
            await ServeAsync(stream, cancellationToken);
        }
        catch (Exception e) when (
            e is IOException or SocketException or AuthenticationException or OperationCanceledException
                or ObjectDisposedException)
        {
            // The client closed the connection, which may be the purpose of the script.
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task<Stream> OpenAsync(X509Certificate2? certificate, CancellationToken cancellationToken)
    {
        socket.NoDelay = true;
        var plain = new NetworkStream(socket, ownsSocket: false);
        if (certificate is null) return plain;
        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificate = certificate,
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13
            },
            cancellationToken);
        return secure;
    }

    private async Task ServeAsync(Stream stream, CancellationToken cancellationToken)
    {
        var reader = new RequestReader(stream, number);
        var ending = ReplyEnding.KeepAlive;
        while (ending == ReplyEnding.KeepAlive)
        {
            var reply = await NextReplyAsync(reader, cancellationToken);
            if (reply is null) return;
            await reply.SendAsync(stream, cancellationToken);
            ending = reply.Ending;
        }

        if (ending == ReplyEnding.Silence) await reader.DrainAsync(cancellationToken);
        else if (ending == ReplyEnding.Reset) await ResetAsync(cancellationToken);
        else socket.Shutdown(SocketShutdown.Send);
    }

    private async Task<Reply?> NextReplyAsync(RequestReader reader, CancellationToken cancellationToken)
    {
        try
        {
            if (await reader.ReadAsync(cancellationToken) is not { } request) return null;
            log.Add(request);
            return TestAssignments(request);
        }
        catch (InvalidDataException)
        {
            return Reply.Text("This is a plain HTTP port.", "text/plain", 400).ThenClose();
        }
    }

    // An exception of the script becomes a response that no client retries, so that the test shows the exception.
    private Reply TestAssignments(ReceivedRequest request)
    {
        try
        {
            return script(request);
        }
        catch (Exception e)
        {
            return Reply.Bytes(Encoding.UTF8.GetBytes(e.Message), "text/plain", 418);
        }
    }

    private async Task ResetAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(BeforeReset, cancellationToken);
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }
}
