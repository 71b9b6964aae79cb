using System.Text;

namespace UponAi;

/// <summary>
/// Replaces control characters by visible symbols. A script can write a property of an object to the terminal without
/// any of our views: with <c>Format-List *</c>, in a string, or as the second type in its output. The text of the
/// platform must not control the terminal there either.
/// </summary>
/// <remarks>
/// A replaced text cannot be mistaken for the original text: no number, agent or URL with a control character or a
/// symbol can be sent.
/// </remarks>
internal static class ControlSymbols
{
    private const char FirstSymbol = '\u2400';
    private const char LastSymbol = '\u241f';
    private const char Escape = '\u241b';
    private const char DeleteSymbol = '\u2421';
    private const char Delete = '\u007f';

    // ECMA-35: a control character of 8 bits means the same as an escape and the character this much below.
    private const int EightBitOffset = 0x40;

    /// <summary>
    /// Returns the text with a symbol for each control character, such as <c>␛[31m</c>. Tabs and line breaks stay.
    /// </summary>
    internal static string Show(string text)
    {
        var first = 0;
        while (first < text.Length && !IsReplaced(text[first])) first++;
        if (first == text.Length) return text;
        var shown = new StringBuilder(text, 0, first, text.Length + 8);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (!IsReplaced(c)) shown.Append(c);
            else if (c <= LastSymbol - FirstSymbol) shown.Append((char)(FirstSymbol + c));
            else if (c == Delete) shown.Append(DeleteSymbol);
            else shown.Append(Escape).Append((char)(c - EightBitOffset));
        }

        return shown.ToString();
    }

    /// <summary>Returns the text with control characters instead of their symbols.</summary>
    internal static string Restore(string text) => string.Concat(text.Select(c => c switch
    {
        >= FirstSymbol and <= LastSymbol => (char)(c - FirstSymbol),
        DeleteSymbol => Delete,
        _ => c,
    }));

    private static bool IsReplaced(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r');
}
