using System.Globalization;
using System.Text;

namespace UponAi;

/// <summary>Text from outside, made safe to show: no escape sequences, no control characters, bounded.</summary>
internal static class DisplayText
{
    private const int ShownLength = 200;
    private const char ReplacementCharacter = '\ufffd';

    /// <summary>Terminal escape sequences whole, then every control and format character, gone; white space folded; half a surrogate pair replaced; cut at a length.</summary>
    internal static string Sanitize(string? text, int length = ShownLength)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (text!.Length <= length && IsPlain(text)) return text;
        var shown = new StringBuilder(Math.Min(text.Length, length));
        for (var i = 0; i < text.Length && shown.Length < length; i++)
        {
            var c = text[i];
            if (EscapeSequence.StartsWith(c))
            {
                i = EscapeSequence.End(text, i);
            }
            else if (char.IsWhiteSpace(c))
            {
                AppendSpace(shown);
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                if (shown.Length + 2 > length) break;
                if (!IsInvisible(CharUnicodeInfo.GetUnicodeCategory(text, i))) shown.Append(text, i, 2);
                i++;
            }
            else if (!IsInvisible(c))
            {
                shown.Append(char.IsSurrogate(c) ? ReplacementCharacter : c);
            }
        }

        return shown.ToString().TrimEnd();
    }

    /// <summary>Names a character that may not be visible, or not be what it looks like: <c>'/'</c>, <c>a space</c>, <c>'１' (U+FF11)</c> or <c>U+202A</c>.</summary>
    internal static string Name(char c) => c switch
    {
        ' ' => "a space",
        _ when IsInvisible(c) || char.IsWhiteSpace(c) => string.Format(CultureInfo.InvariantCulture, "the invisible character U+{0:X4}", (int)c),
        _ when char.IsSurrogate(c) => "a character beyond U+FFFF",
        _ when c > '~' => string.Format(CultureInfo.InvariantCulture, "'{0}' (U+{1:X4})", c, (int)c),
        _ => $"'{c}'",
    };

    // No white space either, so that nothing is folded: ids, numbers, addresses.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is <= ' ' or > '~') return false;
        }

        return true;
    }

    internal static bool IsInvisible(char c) => IsInvisible(CharUnicodeInfo.GetUnicodeCategory(c));

    private static bool IsInvisible(UnicodeCategory category) =>
        category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static void AppendSpace(StringBuilder shown)
    {
        if (shown.Length > 0 && shown[shown.Length - 1] != ' ') shown.Append(' ');
    }
}
