using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// A JSON writer for requests and journal lines, whose memory is reused for each text of a thread. Writing never waits,
/// so one buffer per thread is enough.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Reliability", "CA1001", Justification = "Lives as long as its thread, and owns only memory.")]
internal sealed class JsonBuffer : IBufferWriter<byte>
{
    private const int InitialSize = 1024;

    // No escapes for HTML, because the JSON never becomes part of a web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static JsonBuffer? forThread;

    private readonly Utf8JsonWriter json;
    private byte[] buffer = new byte[InitialSize];
    private int length;

    private JsonBuffer() => json = new Utf8JsonWriter(this, Options);

    internal static JsonBuffer ForThread => forThread ??= new JsonBuffer();

    /// <summary>Starts a new text and returns its writer.</summary>
    internal Utf8JsonWriter Begin()
    {
        length = 0;
        json.Reset();
        return json;
    }

    /// <summary>Returns the text since <see cref="Begin"/>.</summary>
    internal byte[] End()
    {
        json.Flush();
        return buffer.AsSpan(0, length).ToArray();
    }

    /// <summary>
    /// Returns the text since <see cref="Begin"/> with a line break. The bytes are valid until the next
    /// <see cref="Begin"/> on this thread.
    /// </summary>
    internal ArraySegment<byte> EndLine()
    {
        json.Flush();
        GetSpan(1)[0] = (byte)'\n';
        Advance(1);
        return new ArraySegment<byte>(buffer, 0, length);
    }

    public void Advance(int count) => length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var least = length + Math.Max(sizeHint, 1);
        if (buffer.Length < least) Array.Resize(ref buffer, Math.Max(least, buffer.Length * 2));
        return buffer.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
