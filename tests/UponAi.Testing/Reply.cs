using System.Globalization;
using System.Net;
using System.Text;

namespace UponAi.Testing;

/// <summary>
/// What the server does with one request: the bytes it sends, with pauses where there are, and how it ends. May be used
/// for many requests.
/// </summary>
public sealed class Reply
{
    private readonly Func<Stream, CancellationToken, Task>[] steps;

    private Reply(ReplyEnding ending, params Func<Stream, CancellationToken, Task>[] steps) =>
        (Ending, this.steps) = (ending, steps);

    internal ReplyEnding Ending { get; }

    /// <summary>JSON.</summary>
    public static Reply Json(string body, int status = 200, params (string Name, string Value)[] headers) =>
        Text(body, "application/json", status, headers);

    /// <summary>Any text, as UTF-8.</summary>
    public static Reply Text(
        string body, string contentType, int status = 200, params (string Name, string Value)[] headers) =>
        Bytes(Encoding.UTF8.GetBytes(body), contentType, status, headers);

    /// <summary>Any body. With no content type, that header is left out.</summary>
    public static Reply Bytes(
        byte[] body, string? contentType, int status = 200, params (string Name, string Value)[] headers) =>
        Raw([.. Head(status, contentType, body.Length, headers), .. body]);

    /// <summary>These bytes, and nothing else.</summary>
    public static Reply Raw(byte[] bytes) =>
        new(ReplyEnding.KeepAlive, (stream, cancellation) => stream.WriteAsync(bytes, cancellation).AsTask());

    /// <summary>These characters, and nothing else.</summary>
    public static Reply Raw(string text) => Raw(Encoding.UTF8.GetBytes(text));

    /// <summary>Nothing, ever: the client gives up first.</summary>
    public static Reply Silence() => new(ReplyEnding.Silence);

    /// <summary>No answer, but a reset connection.</summary>
    public static Reply Reset() => new(ReplyEnding.Reset);

    /// <summary>No answer, but an orderly closed connection.</summary>
    public static Reply Hangup() => new(ReplyEnding.Close);

    /// <summary>A part of the headers, then a reset.</summary>
    public static Reply ResetInHeaders() => Raw("HTTP/1.1 200 OK\r\nContent-Ty").ThenReset();

    /// <summary>The headers and the first half of the body, then a reset.</summary>
    public static Reply ResetInBody(string json, int status = 200) => Half(json, status).ThenReset();

    /// <summary>
    /// The headers and the first half of the body, then an orderly close: Content-Length promised more.
    /// </summary>
    public static Reply CutOff(string json, int status = 200) => Half(json, status).ThenClose();

    /// <summary>
    /// The headers and the first half of the body, and the rest when a task ends that is made then. One that never ends
    /// stalls the body.
    /// </summary>
    public static Reply Stalled(string json, Func<Task> until, int status = 200)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return Half(json, status).Then(until).Then(Raw(body[(body.Length / 2)..]));
    }

    /// <summary>The body in pieces with a pause before each.</summary>
    public static Reply Slow(string json, int pieces, TimeSpan pause)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return body.Chunk(Math.Max(1, body.Length / pieces)).Aggregate(
            Raw(Head(200, "application/json", body.Length, [])),
            (reply, piece) => reply.Then(() => Task.Delay(pause)).Then(Raw(piece)));
    }

    /// <summary>The same reply, begun only when the task has ended.</summary>
    public Reply After(Task signal) => new Reply(ReplyEnding.KeepAlive).Then(() => signal).Then(this);

    /// <summary>The same reply, the connection closed afterwards, without a word about it.</summary>
    public Reply ThenClose() => new(ReplyEnding.Close, steps);

    /// <summary>The same reply, the connection reset afterwards.</summary>
    public Reply ThenReset() => new(ReplyEnding.Reset, steps);

    /// <summary>The same reply, and then silence on an open connection.</summary>
    public Reply ThenSilence() => new(ReplyEnding.Silence, steps);

    internal async Task SendAsync(Stream stream, CancellationToken cancellationToken)
    {
        foreach (var step in steps) await step(stream, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    private static Reply Half(string json, int status)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return Raw([.. Head(status, "application/json", body.Length, []), .. body[..(body.Length / 2)]]);
    }

    private static byte[] Head(int status, string? contentType, int length, (string Name, string Value)[] headers)
    {
        var head =
            new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {(HttpStatusCode)status}\r\n");
        if (contentType is not null) head.Append(CultureInfo.InvariantCulture, $"Content-Type: {contentType}\r\n");
        foreach (var (name, value) in headers) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        // These have no body, and must not announce one.
        if (status is not (204 or 304)) head.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n");
        return Encoding.UTF8.GetBytes(head.Append("\r\n").ToString());
    }

    private Reply Then(Func<Task> pause) =>
        new(Ending, [.. steps, (_, cancellation) => pause().WaitAsync(cancellation)]);

    private Reply Then(Reply next) => new(next.Ending, [.. steps, .. next.steps]);
}
