using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace UponAi.Sandbox.Responses;

/// <summary>A response that is ready to be sent. The gateway may delay or truncate it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">JSON in one or more parts. A part is valid until the next part is requested.</param>
/// <param name="Length">The length of the body in bytes, or null if unknown in advance.</param>
internal sealed record ApiResponse(int Status, IEnumerable<ReadOnlyMemory<byte>> Body, long? Length = null)
{
    /// <summary>Gets an additional header, or null.</summary>
    internal KeyValuePair<string, string>? Header { get; init; }

    /// <summary>Gets the action that runs when the server took the complete body, or null.</summary>
    internal Action? HandedOver { get; init; }

    internal static ApiResponse Json<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, SandboxJson.Readable))
            JsonSerializer.Serialize(writer, value, type);
        return new(status, [buffer.WrittenMemory], buffer.WrittenCount);
    }

    internal static ApiResponse Error(Refusal refusal) =>
        Json(new ErrorBody(refusal.Message), SandboxJson.Default.ErrorBody, refusal.Status) with
        {
            Header = refusal.Header,
        };
}
