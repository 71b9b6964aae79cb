using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using UponAi.Sandbox.Requests;

namespace UponAi.Sandbox.Answers;

/// <summary>An answer that is ready to be sent, perhaps late, perhaps in part.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">JSON in one or more parts; a part is valid until the next one is asked for.</param>
/// <param name="Length">The length of the body where it is known beforehand.</param>
internal sealed record Answer(int Status, IEnumerable<ReadOnlyMemory<byte>> Body, long? Length = null)
{
    /// <summary>A header beyond those of every answer.</summary>
    internal KeyValuePair<string, string>? Header { get; init; }

    /// <summary>Called when the whole body is handed over.</summary>
    internal Action? HandedOver { get; init; }

    internal static Answer Json<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, SandboxJson.Readable)) JsonSerializer.Serialize(writer, value, type);
        return new(status, [buffer.WrittenMemory], buffer.WrittenCount);
    }

    internal static Answer Error(Refusal refusal) =>
        Json(new ErrorAnswer(refusal.Message), SandboxJson.Default.ErrorAnswer, refusal.Status) with { Header = refusal.Header };
}
