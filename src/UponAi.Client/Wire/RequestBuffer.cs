using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace UponAi.Client.Wire;

/// <summary>A JSON writer over memory that is used again for each request: one a thread, as writing never waits.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "CA1001", Justification = "Lives as long as its thread; the writer holds nothing but memory.")]
internal sealed class RequestBuffer : IBufferWriter<byte>
{
    private const int FirstSize = 1024;

    // Plain characters stay plain: nothing here ends up in a web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static RequestBuffer? ofThread;

    private readonly Utf8JsonWriter json;
    private byte[] buffer = new byte[FirstSize];
    private int length;

    private RequestBuffer() => json = new Utf8JsonWriter(this, Options);

    internal static RequestBuffer OfThread => ofThread ??= new RequestBuffer();

    /// <summary>The writer, for a new text.</summary>
    internal Utf8JsonWriter Begin()
    {
        length = 0;
        json.Reset();
        return json;
    }

    /// <summary>What was written since.</summary>
    internal byte[] End()
    {
        json.Flush();
        return buffer.AsSpan(0, length).ToArray();
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
