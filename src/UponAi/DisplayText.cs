using System.Globalization;
using System.Text;

namespace UponAi;

/// <summary>
/// Makes text from outside safe to show: removes escape sequences and control characters, and limits the length.
/// </summary>
internal static class DisplayText
{
    private const int MaxLength = 200;
    private const char ReplacementCharacter = '\ufffd';

    /// <summary>
    /// Removes whole terminal escape sequences, then every control and format character. White space becomes one space,
    /// half of a surrogate pair becomes the replacement character, and the text is cut at a length.
    /// </summary>
    internal static string Sanitize(string? text, int length = MaxLength)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (text!.Length <= length && IsPlain(text)) return text;
        // In the platform's texts, symbols stand for the control characters of a sequence.
        text = ControlSymbols.Restore(text);
        var shown = new StringBuilder();
        for (var i = 0; i < text.Length && shown.Length < length; i++)
        {
            var c = text[i];
            if (EscapeSequence.IsIntroducer(c))
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

    /// <summary>
    /// Returns a name for a possibly invisible or misleading character: <c>'/'</c>, <c>a space</c>, <c>'１' (U+FF11)</c>
    /// or <c>U+202A</c>.
    /// </summary>
    internal static string Name(char c) => c switch
    {
        ' ' => "a space",
        _ when IsInvisible(c) || char.IsWhiteSpace(c) => "the invisible character " + CodePoint(c),
        _ when char.IsSurrogate(c) => "a character beyond U+FFFF",
        _ when c > '~' => $"'{c}' ({CodePoint(c)})",
        _ => $"'{c}'",
    };

    /// <summary>
    /// Returns the name of a column or property without invisible characters and outer white space, and with ordinary
    /// spaces.
    /// </summary>
    internal static string VisibleName(string name)
    {
        // Called for each property of each row, and nearly every name is plain.
        if (IsPlain(name)) return name;
        var visible = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            var isPair = i + 1 < name.Length && char.IsSurrogatePair(name[i], name[i + 1]);
            if (char.IsWhiteSpace(name[i])) AppendSpace(visible);
            else if (!IsInvisible(CharUnicodeInfo.GetUnicodeCategory(name, i)) && !IsBlankLetter(name[i]))
                visible.Append(name, i, isPair ? 2 : 1);
            if (isPair) i++;
        }

        return visible.ToString().TrimEnd();
    }

    /// <summary>Returns the quotation mark at the beginning of a quoted text, or null.</summary>
    internal static string? QuotationMarkAround(string text) =>
        text.Length > 1 && IsQuotationMark(text[0]) && IsQuotationMark(text[text.Length - 1])
            ? text.Substring(0, 1)
            : null;

    /// <summary>Returns a clause for the end of a rule if quotation marks surround the text, else empty text.</summary>
    internal static string QuotationMarkClause(string text) =>
        QuotationMarkAround(text) is { } mark ? $", without the quotation mark {mark} at its ends" : "";

    internal static bool IsInvisible(char c) => IsInvisible(CharUnicodeInfo.GetUnicodeCategory(c));

    private static bool IsInvisible(UnicodeCategory category) =>
        category is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // Unicode counts these as letters, marks or symbols, but they have no shape: the grapheme joiner, Hangul fillers,
    // Khmer inherent vowels, variation selectors, and the empty Braille pattern.
    private static bool IsBlankLetter(char c) =>
        c is '\u034f'
            or '\u115f' or '\u1160' or '\u17b4' or '\u17b5' or >= '\u180b' and <= '\u180f' or '\u2800' or '\u3164'
            or >= '\ufe00' and <= '\ufe0f' or '\uffa0';

    private static bool IsQuotationMark(char c) =>
        c is '"' or '\'' or '`' or '\u00ab' or '\u00bb' or >= '\u2018' and <= '\u201f' or '\u2039' or '\u203a';

    // True for most ids, numbers and addresses, which need no change.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is <= ' ' or > '~') return false;
        }

        return true;
    }

    private static string CodePoint(char c) => string.Format(CultureInfo.InvariantCulture, "U+{0:X4}", (int)c);

    private static void AppendSpace(StringBuilder text)
    {
        if (text.Length > 0 && text[text.Length - 1] != ' ') text.Append(' ');
    }
}
