namespace UponAi;

/// <summary>
/// Finds the end of terminal escape sequences for <see cref="DisplayText"/>, as ECMA-35 and ECMA-48 define them, in
/// their 7-bit and 8-bit forms.
/// </summary>
internal static class EscapeSequence
{
    private const char Escape = '\u001b';
    private const char Bell = '\u0007';
    private const char StringTerminator = '\u009c';

    /// <summary>Returns true if the character begins a sequence.</summary>
    internal static bool IsIntroducer(char c) =>
        c is Escape or '\u0090' or '\u0098' or '\u009b' or '\u009d' or '\u009e' or '\u009f';

    /// <summary>
    /// Returns the index of the last character of a sequence. An incomplete sequence ends before the first character
    /// that cannot belong to it.
    /// </summary>
    /// <param name="start">The index of the introducer.</param>
    internal static int End(string text, int start)
    {
        var eightBit = text[start] != Escape;
        if (!eightBit && start + 1 == text.Length) return start;

        // An 8-bit introducer is the 7-bit character behind the escape, plus 40 hex.
        var introducer = eightBit ? (char)(text[start] - 0x40) : text[start + 1];
        var next = eightBit ? start + 1 : start + 2;
        return introducer switch
        {
            '[' => EndOfRun(text, next, '?', '@'),
            ']' or 'P' or 'X' or '^' or '_' => EndOfString(text, next),
            >= ' ' and <= '/' => EndOfRun(text, next, '/', '0'),
            >= '0' and <= '~' => next - 1,
            _ => start,
        };
    }

    private static int EndOfRun(string text, int i, char lastWithin, char firstFinal)
    {
        while (i < text.Length && text[i] >= ' ' && text[i] <= lastWithin) i++;
        return i < text.Length && text[i] >= firstFinal && text[i] <= '~' ? i : i - 1;
    }

    private static int EndOfString(string text, int i)
    {
        for (; i < text.Length; i++)
        {
            if (text[i] is Bell or StringTerminator) return i;
            if (text[i] == Escape && i + 1 < text.Length && text[i + 1] == '\\') return i + 1;
        }

        return text.Length - 1;
    }
}
