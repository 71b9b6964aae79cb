using System.Globalization;
using System.Text;

namespace UponAi;

/// <summary>Text from outside, made safe to show: no escape sequences, no control characters, bounded.</summary>
internal static class PlainText
{
    private const int ShownLength = 200;

    /// <summary>Terminal escape sequences whole, then every control and format character, gone; white space folded; cut at a length.</summary>
    internal static string Show(string? text, int length = ShownLength)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var shown = new StringBuilder(Math.Min(text!.Length, length));
        for (var i = 0; i < text.Length && shown.Length < length; i++)
        {
            var c = text[i];
            if (c is '\u001b' or '\u009b') i = EndOfEscape(text, i);
            else if (char.IsWhiteSpace(c)) AppendSpace(shown);
            else if (!IsInvisible(c)) shown.Append(c);
        }

        return shown.ToString().TrimEnd();
    }

    /// <summary>Names a character that may not be visible: <c>'/'</c>, <c>a space</c> or <c>U+202A</c>.</summary>
    internal static string Name(char c) => c switch
    {
        ' ' => "a space",
        _ when IsInvisible(c) || char.IsWhiteSpace(c) => string.Format(CultureInfo.InvariantCulture, "the invisible character U+{0:X4}", (int)c),
        _ => $"'{c}'",
    };

    internal static bool IsInvisible(char c) =>
        char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static void AppendSpace(StringBuilder shown)
    {
        if (shown.Length > 0 && shown[shown.Length - 1] != ' ') shown.Append(' ');
    }

    // ECMA-48: CSI runs to a final byte @..~; OSC and its kin run to BEL or ST; any other escape is two characters.
    private static int EndOfEscape(string text, int start)
    {
        var i = start + 1;
        var introducer = text[start] == '\u009b' ? '[' : i < text.Length ? text[i++] : '\0';
        switch (introducer)
        {
            case '[':
                while (i < text.Length && text[i] is not (>= '@' and <= '~')) i++;
                return i;
            case ']' or 'P' or 'X' or '^' or '_':
                while (i < text.Length && text[i] is not ('\u0007' or '\u009c') && !(text[i] == '\u001b' && i + 1 < text.Length && text[i + 1] == '\\')) i++;
                return i < text.Length && text[i] == '\u001b' ? i + 1 : i;
            default:
                return i - 1;
        }
    }
}
