using System.Buffers;
using System.Text.Json;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox.Answers;

/// <summary>The answer that lists numbers, written in parts: there may be a million of them.</summary>
internal static class NumberListAnswer
{
    private const int PartSize = 64 * 1024;

    internal static Answer Of(IEnumerable<NumberRecord> numbers) => new(StatusCodes.Status200OK, Parts(numbers));

    private static IEnumerable<ReadOnlyMemory<byte>> Parts(IEnumerable<NumberRecord> numbers)
    {
        var buffer = new ArrayBufferWriter<byte>(PartSize);
        using var writer = new Utf8JsonWriter(buffer, SandboxJson.Readable);
        writer.WriteStartObject();
        writer.WriteBoolean("success", true);
        writer.WriteStartArray("numbers");
        foreach (var number in numbers)
        {
            JsonSerializer.Serialize(writer, PhoneNumberAnswer.Of(number, number.Bindings), SandboxJson.Default.PhoneNumberAnswer);
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
