using System.Globalization;
using System.Text;
using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// Reads the current name or value of a JSON reader, for the readers of this folder. A number or a Boolean may be text,
/// a text may be a number, and every value may be null. Other types throw an <see cref="UnexpectedJsonException"/>.
/// Control characters in texts are replaced by <see cref="ControlSymbols"/>.
/// </summary>
internal static class JsonScalars
{
    /// <summary>Moves the reader from a member's name to its value if this is the name.</summary>
    internal static bool TryMoveToValueOf(this ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.ValueTextEquals(name) && reader.Read();

    /// <summary>Returns the current name of the reader if it is one of these names, or null.</summary>
    internal static string? FindName(this ref Utf8JsonReader reader, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (reader.ValueTextEquals(name)) return name;
        }

        return null;
    }

    internal static string? ReadText(ref Utf8JsonReader reader, string member) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => ControlSymbols.Show(reader.GetString()!),
        JsonTokenType.Number => ReadRaw(ref reader),
        _ => throw Unexpected(member, "text", ref reader),
    };

    /// <summary>Reads the key of the next page. Keeps its control characters, because the key is sent back.</summary>
    internal static string? ReadPageKey(ref Utf8JsonReader reader, string member) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString() : ReadText(ref reader, member);

    /// <summary>Reads a text that recurs in other responses.</summary>
    internal static string? ReadRecurringText(ref Utf8JsonReader reader, string member, StringCache cache) =>
        reader.TokenType == JsonTokenType.String ? cache.Read(ref reader) : ReadText(ref reader, member);

    internal static int? ReadInt(ref Utf8JsonReader reader, string member) =>
        ReadLong(ref reader, member) switch
        {
            null => null,
            >= int.MinValue and <= int.MaxValue and var number => (int)number,
            _ => throw Unexpected(member, "a whole number of 32 bits", ref reader),
        };

    internal static long? ReadLong(ref Utf8JsonReader reader, string member)
    {
        // Fast, because a whole number rarely has a decimal point or an exponent.
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var whole)) return whole;
        return ReadNumber(ref reader, member) switch
        {
            null => null,
            >= long.MinValue and <= long.MaxValue and var number when decimal.Truncate(number) == number =>
                (long)number,
            _ => throw Unexpected(member, "a whole number", ref reader),
        };
    }

    internal static decimal? ReadNumber(ref Utf8JsonReader reader, string member)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number)) return number;
        if (reader.TokenType == JsonTokenType.String
            && decimal.TryParse(
                reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var fromText))
        {
            return fromText;
        }

        throw Unexpected(member, "a number", ref reader);
    }

    internal static bool? ReadBool(ref Utf8JsonReader reader, string member)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String when bool.TryParse(reader.GetString(), out var flag):
                return flag;
            default:
                throw Unexpected(member, "true or false", ref reader);
        }
    }

    private static UnexpectedJsonException Unexpected(string member, string expected, ref Utf8JsonReader reader) =>
        new($"has {Describe(ref reader)} for '{member}' instead of {expected}");

    private static string Describe(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Number => DisplayText.Sanitize(ReadRaw(ref reader)),
        _ => $"'{DisplayText.Sanitize(reader.GetString())}'",
    };

    private static string ReadRaw(ref Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
}
