using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace UponAi.Testing;

/// <summary>
/// An HTTP/1.1 server on loopback that records every request exactly and answers by a script, also with invalid HTTP.
/// </summary>
public sealed class ScriptedServer : IFaultyPlatform
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly RequestLog log = new();
    private readonly Counter opened = new();
    private readonly Counter closed = new();
    private readonly Func<ReceivedRequest, Reply> script;
    private readonly X509Certificate2? certificate;
    private readonly Task accepting;

    private ScriptedServer(Func<ReceivedRequest, Reply> script, X509Certificate2? certificate)
    {
        (this.script, this.certificate) = (script, certificate);
        listener.Start();
        BaseUri = new Uri($"{(certificate is null ? "http" : "https")}://{listener.LocalEndpoint}");
        accepting = AcceptAsync();
    }

    /// <summary>
    /// Starts a server that answers the first request with the first reply, and so on. Further requests get status 418
    /// with an explanation.
    /// </summary>
    public static ScriptedServer Start(params Reply[] replies) => Start(InOrder(replies));

    /// <summary>
    /// Starts a server that answers each request with the reply of the function. An exception of the function becomes a
    /// reply with status 418.
    /// </summary>
    public static ScriptedServer Start(Func<ReceivedRequest, Reply> script) => new(script, certificate: null);

    /// <summary>Starts a server over TLS with a certificate that a client may refuse.</summary>
    public static ScriptedServer StartTls(X509Certificate2 certificate, params Reply[] replies) =>
        new(InOrder(replies), certificate);

    /// <summary>Starts a server over TLS that gives every request the same reply.</summary>
    public static ScriptedServer AlwaysTls(X509Certificate2 certificate, Reply reply) => new(_ => reply, certificate);

    /// <summary>Gets the address, such as <c>http://127.0.0.1:40123</c>.</summary>
    public Uri BaseUri { get; }

    /// <summary>Gets the requests so far, in the order of their arrival.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => log.Snapshot();

    /// <summary>Gets the number of connections that clients have opened.</summary>
    public int ConnectionCount => opened.Value;

    /// <summary>Waits until a number of requests have arrived completely.</summary>
    public Task WaitForRequestsAsync(int count, CancellationToken cancellationToken) =>
        log.Counter.ReachAsync(count, cancellationToken);

    /// <summary>Waits until a number of connections have ended.</summary>
    public Task WaitForClosedConnectionsAsync(int count, CancellationToken cancellationToken) =>
        closed.ReachAsync(count, cancellationToken);

    /// <summary>Resets every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await accepting;
        listener.Dispose();
        stopping.Dispose();
        certificate?.Dispose();
    }

    private static Func<ReceivedRequest, Reply> InOrder(Reply[] replies)
    {
        var next = -1;
        return _ => Interlocked.Increment(ref next) is var at && at < replies.Length
            ? replies[at]
            : throw new InvalidOperationException(
                $"The script has {replies.Length} replies, and this is request {at + 1}.");
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(ServeAsync(await listener.AcceptSocketAsync(stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        opened.Increment();
        try
        {
            using var connection = new Connection(socket, opened.Value, script, log);
            await Task.Yield();
            await connection.ServeAsync(certificate, stopping.Token);
        }
        finally
        {
            closed.Increment();
        }
    }
}
