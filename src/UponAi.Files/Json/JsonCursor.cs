using System.Text;
using System.Text.Json;

namespace UponAi.Files.Json;

/// <summary>Moves through JSON text of any length, and holds no more of it than the value at hand.</summary>
internal sealed class JsonCursor(TextReader text, string path)
{
    private const int MostBytes = 1024 * 1024;

    // A row with agents in it needs four.
    private const int MostDepth = 16;

    private readonly char[] characters = new char[16 * 1024];
    private readonly Encoder encoder = Encoding.UTF8.GetEncoder();
    private byte[] buffer = new byte[64 * 1024];
    private int length;
    private bool isWhole;
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = MostDepth });
    private int lineOfBuffer = 1;

    /// <summary>The line on which the last token, or the last value, begins.</summary>
    internal int Line { get; private set; } = 1;

    private bool HoldsBlanks => buffer.Take(length).All(value => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');

    /// <summary>Looks ahead, at the beginning.</summary>
    /// <returns>True where there is nothing but white space.</returns>
    internal bool IsBlank()
    {
        while (!isWhole && HoldsBlanks) Fill();
        return HoldsBlanks;
    }

    /// <summary>Reads one token.</summary>
    /// <param name="name">The name of a property.</param>
    /// <returns>None at the end of the text.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidPlan"/>: the name is no text.</exception>
    internal JsonTokenType Read(out string? name)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(0, length), isWhole, state);
            if (reader.Read())
            {
                var type = reader.TokenType;
                name = type == JsonTokenType.PropertyName ? Name(ref reader) : null;
                MovePast(ref reader, reader.TokenStartIndex);
                return type;
            }

            name = null;
            if (isWhole) return JsonTokenType.None;
            Fill();
        }
    }

    /// <summary>Reads the value of a property, or the next of a list.</summary>
    /// <returns>None at the end of the list.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    internal JsonDocument? ReadValue()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(0, length), isWhole, state);
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

            Fill();
        }
    }

    private string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            var raw = Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
            throw PlanFileErrors.At(path, lineOfBuffer + LineFeeds(0, (int)reader.TokenStartIndex), JsonValues.HasHalfACharacter($"\"{raw}\""), e);
        }
    }

    private void MovePast(ref Utf8JsonReader reader, long begin)
    {
        var consumed = (int)reader.BytesConsumed;
        Line = lineOfBuffer + LineFeeds(0, (int)begin);
        lineOfBuffer = Line + LineFeeds((int)begin, consumed);
        state = reader.CurrentState;
        length -= consumed;
        Array.Copy(buffer, consumed, buffer, 0, length);
    }

    private void Fill()
    {
        if (length > MostBytes)
            throw PlanFileErrors.At(path, lineOfBuffer, $"A row has more than {MostBytes} bytes. A plan is a list of objects, each a row.");

        var count = text.Read(characters, 0, characters.Length);
        isWhole = count == 0;
        var needed = length + Encoding.UTF8.GetMaxByteCount(count);
        if (needed > buffer.Length) Array.Resize(ref buffer, Math.Max(needed, buffer.Length * 2));
        length += encoder.GetBytes(characters, 0, count, buffer, length, flush: isWhole);
    }

    private int LineFeeds(int begin, int end)
    {
        var found = 0;
        for (var i = begin; i < end; i++)
        {
            if (buffer[i] == (byte)'\n') found++;
        }

        return found;
    }
}
