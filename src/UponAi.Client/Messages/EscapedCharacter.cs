using System.Buffers.Text;

namespace UponAi.Client.Messages;

/// <summary>A visible ASCII character as JSON, URLs and HTML may spell it.</summary>
internal static class EscapedCharacter
{
    /// <summary>How many bytes the character takes at the beginning of the text; 0 when it does not stand there.</summary>
    internal static int LengthAt(ReadOnlySpan<byte> text, byte character)
    {
        if (text.IsEmpty) return 0;
        if (text[0] == character) return 1;
        return text[0] switch
        {
            (byte)'\\' => InJson(text, character),
            (byte)'%' => IsHex(text.Slice(1), 2, character) ? 3 : 0,
            (byte)'&' => InHtml(text, character),
            _ => 0,
        };
    }

    // \/ and the like, or \u002b.
    private static int InJson(ReadOnlySpan<byte> text, byte character)
    {
        if (text.Length > 1 && text[1] == character) return 2;
        return text.StartsWith("\\u"u8) && IsHex(text.Slice(2), 4, character) ? 6 : 0;
    }

    // &#43; or &#x2B;.
    private static int InHtml(ReadOnlySpan<byte> text, byte character)
    {
        var end = text.Slice(0, Math.Min(text.Length, 8)).IndexOf((byte)';');
        if (end < 3 || text[1] != '#') return 0;
        var isHex = text[2] is (byte)'x' or (byte)'X';
        var digits = isHex ? text.Slice(3, end - 3) : text.Slice(2, end - 2);
        if (isHex) return IsHex(digits, digits.Length, character) ? end + 1 : 0;
        return Utf8Parser.TryParse(digits, out int code, out var used) && used == digits.Length && code == character ? end + 1 : 0;
    }

    private static bool IsHex(ReadOnlySpan<byte> text, int digits, byte character) =>
        digits > 0 && text.Length >= digits && Utf8Parser.TryParse(text.Slice(0, digits), out int code, out var used, 'x') && used == digits && code == character;
}
