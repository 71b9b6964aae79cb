using System.Buffers;
using System.Text.Json;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox.Responses;

/// <summary>Writes the list of numbers in parts, because there may be a million of them.</summary>
internal static class NumberListResponse
{
    private const int PartSize = 64 * 1024;

    internal static ApiResponse From(IEnumerable<NumberRecord> numbers) => new(StatusCodes.Status200OK, Parts(numbers));

    private static IEnumerable<ReadOnlyMemory<byte>> Parts(IEnumerable<NumberRecord> numbers)
    {
        var buffer = new ArrayBufferWriter<byte>(PartSize);
        using var writer = new Utf8JsonWriter(buffer, SandboxJson.Readable);
        writer.WriteStartObject();
        writer.WriteBoolean("success", true);
        writer.WriteStartArray("numbers");
        foreach (var number in numbers)
        {
            var body = PhoneNumberBody.From(number, number.Bindings);
            JsonSerializer.Serialize(writer, body, SandboxJson.Default.PhoneNumberBody);
            if (buffer.WrittenCount + writer.BytesPending < PartSize) continue;
            writer.Flush();
            yield return buffer.WrittenMemory;
            buffer.ResetWrittenCount();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        yield return buffer.WrittenMemory;
    }
}
