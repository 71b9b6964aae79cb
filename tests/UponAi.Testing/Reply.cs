using System.Globalization;
using System.Net;
using System.Text;

namespace UponAi.Testing;

/// <summary>
/// The reply of a server to a request: the bytes with pauses, and the end of the connection. A reply can be used for
/// many requests.
/// </summary>
public sealed class Reply
{
    private readonly Func<Stream, CancellationToken, Task>[] steps;

    private Reply(ReplyEnding ending, params Func<Stream, CancellationToken, Task>[] steps) =>
        (Ending, this.steps) = (ending, steps);

    internal ReplyEnding Ending { get; }

    /// <summary>Creates a reply with JSON.</summary>
    public static Reply Json(string body, int status = 200, params (string Name, string Value)[] headers) =>
        Text(body, "application/json", status, headers);

    /// <summary>Creates a reply with text in UTF-8.</summary>
    public static Reply Text(
        string body, string contentType, int status = 200, params (string Name, string Value)[] headers) =>
        Bytes(Encoding.UTF8.GetBytes(body), contentType, status, headers);

    /// <summary>Creates a reply with any body. Without a content type, the header is missing.</summary>
    public static Reply Bytes(
        byte[] body, string? contentType, int status = 200, params (string Name, string Value)[] headers) =>
        Raw([.. Head(status, contentType, body.Length, headers), .. body]);

    /// <summary>Creates a reply with exactly these bytes.</summary>
    public static Reply Raw(byte[] bytes) =>
        new(ReplyEnding.KeepAlive, (stream, cancellation) => stream.WriteAsync(bytes, cancellation).AsTask());

    /// <summary>Creates a reply with exactly these characters.</summary>
    public static Reply Raw(string text) => Raw(Encoding.UTF8.GetBytes(text));

    /// <summary>Creates a reply that never comes.</summary>
    public static Reply Silence() => new(ReplyEnding.Silence);

    /// <summary>Creates a reply that resets the connection without a response.</summary>
    public static Reply Reset() => new(ReplyEnding.Reset);

    /// <summary>Creates a reply that closes the connection without a response.</summary>
    public static Reply Hangup() => new(ReplyEnding.Close);

    /// <summary>Creates a reply with a part of the headers and then a reset.</summary>
    public static Reply ResetInHeaders() => Raw("HTTP/1.1 200 OK\r\nContent-Ty").ThenReset();

    /// <summary>Creates a reply with the headers and half of the body, and then a reset.</summary>
    public static Reply ResetInBody(string json, int status = 200) => Half(json, status).ThenReset();

    /// <summary>
    /// Creates a reply with the headers and half of the body. The connection is closed before the announced end.
    /// </summary>
    public static Reply CutOff(string json, int status = 200) => Half(json, status).ThenClose();

    /// <summary>
    /// Creates a reply with the headers and half of the body. The rest comes when a task ends. A task that never ends
    /// stalls the body.
    /// </summary>
    public static Reply Stalled(string json, Func<Task> until, int status = 200)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return Half(json, status).Then(until).Then(Raw(body[(body.Length / 2)..]));
    }

    /// <summary>Creates a reply with the body in pieces and a pause before each piece.</summary>
    public static Reply Slow(string json, int pieces, TimeSpan pause)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return body.Chunk(Math.Max(1, body.Length / pieces)).Aggregate(
            Raw(Head(200, "application/json", body.Length, [])),
            (reply, piece) => reply.Then(() => Task.Delay(pause)).Then(Raw(piece)));
    }

    /// <summary>Returns this reply, which begins only after the task has ended.</summary>
    public Reply After(Task signal) => new Reply(ReplyEnding.KeepAlive).Then(() => signal).Then(this);

    /// <summary>Returns this reply. The connection is closed afterwards without an announcement.</summary>
    public Reply ThenClose() => new(ReplyEnding.Close, steps);

    /// <summary>Returns this reply. The connection is reset afterwards.</summary>
    public Reply ThenReset() => new(ReplyEnding.Reset, steps);

    /// <summary>Returns this reply. The connection stays open and silent afterwards.</summary>
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
        // Responses with these statuses have no body, and must not announce a body.
        if (status is not (204 or 304)) head.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n");
        return Encoding.UTF8.GetBytes(head.Append("\r\n").ToString());
    }

    private Reply Then(Func<Task> pause) =>
        new(Ending, [.. steps, (_, cancellation) => pause().WaitAsync(cancellation)]);

    private Reply Then(Reply next) => new(next.Ending, [.. steps, .. next.steps]);
}
