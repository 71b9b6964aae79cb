using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace UponAi.Testing;

/// <summary>One client's connection: requests in, replies out, until either side ends it.</summary>
internal sealed class Connection(
    Socket socket, int number, Func<ReceivedRequest, Reply> script, RequestLog log) : IDisposable
{
    // Long enough for a client to see what was sent before a reset that may overtake it.
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
            // The client went away, which the script may have meant it to.
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

    // Whatever the script throws becomes an answer that no client retries, so that the test shows it.
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
