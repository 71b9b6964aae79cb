using System.Text;
using System.Text.Json;
using UponAi.Files.Reading;

namespace UponAi.Files.Json;

/// <summary>
/// Reads JSON text of any length by token or by value. Only the current value is in memory. The text, which may come
/// from UTF-16, is encoded to UTF-8 for the JSON reader.
/// </summary>
internal sealed class JsonCursor(TextReader text, string path)
{
    private const int MaxRowBytes = 1024 * 1024;

    // The platform's response needs five levels: response, list, row, agents and agent.
    private const int MaxDepth = 16;

    private readonly char[] characters = new char[16 * 1024];
    private readonly Encoder encoder = Encoding.UTF8.GetEncoder();
    private byte[] buffer = new byte[64 * 1024];
    private int length;
    private bool isEndOfText;
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = MaxDepth });
    private int lineOfBuffer = 1;

    /// <summary>Gets the line on which the last token or value begins.</summary>
    internal int Line { get; private set; } = 1;

    private bool IsBufferWhiteSpace =>
        buffer.Take(length).All(value => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');

    /// <summary>
    /// Returns true if the text is only white space. Must be called before the first read, which removes text.
    /// </summary>
    internal bool IsBlank()
    {
        while (!isEndOfText && IsBufferWhiteSpace) Fill();
        return IsBufferWhiteSpace;
    }

    /// <summary>Reads a token.</summary>
    /// <param name="name">The name, if the token is a property name, else null.</param>
    /// <returns>The token, or <see cref="JsonTokenType.None"/> at the end of the text.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidPlan"/>: the name is not valid text.</exception>
    internal JsonTokenType Read(out string? name)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(0, length), isEndOfText, state);
            if (reader.Read())
            {
                var type = reader.TokenType;
                name = type == JsonTokenType.PropertyName ? ReadName(ref reader) : null;
                MovePast(ref reader, reader.TokenStartIndex);
                return type;
            }

            name = null;
            if (isEndOfText) return JsonTokenType.None;
            Fill();
        }
    }

    /// <summary>Reads the value of a property, or the next value of a list.</summary>
    /// <returns>The value, or null at the end of the list.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    internal JsonDocument? ReadValue()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(0, length), isEndOfText, state);
            if (reader.Read())
            {
                var begin = reader.TokenStartIndex;
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    MovePast(ref reader, begin);
                    return null;
                }

                if (JsonDocument.TryParseValue(ref reader, out var value))
                {
                    MovePast(ref reader, begin);
                    return value;
                }
            }

            // This loop ends: if the text ends inside a list or an object, the next read throws.
            Fill();
        }
    }

    private int CountLineFeeds(long begin, long end) => PlanFileErrors.CountLineFeeds(buffer, (int)begin, (int)end);

    private string ReadName(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            var raw = Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
            var line = lineOfBuffer + CountLineFeeds(0, reader.TokenStartIndex);
            throw PlanFileErrors.At(path, line, PlanFileErrors.DescribeUnpairedSurrogate($"\"{raw}\""), e);
        }
    }

    private void MovePast(ref Utf8JsonReader reader, long begin)
    {
        var consumed = (int)reader.BytesConsumed;
        Line = lineOfBuffer + CountLineFeeds(0, begin);
        lineOfBuffer = Line + CountLineFeeds(begin, consumed);
        state = reader.CurrentState;
        length -= consumed;
        Array.Copy(buffer, consumed, buffer, 0, length);
    }

    private void Fill()
    {
        if (length > MaxRowBytes)
        {
            throw PlanFileErrors.At(
                path,
                lineOfBuffer,
                $"A row has more than {MaxRowBytes} bytes. A plan is a list of objects. Each object is a row.");
        }

        var count = text.Read(characters, 0, characters.Length);
        isEndOfText = count == 0;
        var needed = length + Encoding.UTF8.GetMaxByteCount(count);
        if (needed > buffer.Length) Array.Resize(ref buffer, Math.Max(needed, buffer.Length * 2));
        length += encoder.GetBytes(characters, 0, count, buffer, length, flush: isEndOfText);
    }
}
