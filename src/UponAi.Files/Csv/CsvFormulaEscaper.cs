namespace UponAi.Files.Csv;

/// <summary>
/// Keeps a cell what it is in a spreadsheet: with an apostrophe before it, the mark of text there, one that begins with <c>=</c> or
/// <c>@</c>, be it in the wide form of East Asian text, does not run as a formula, and a number keeps its <c>+</c>.
/// </summary>
internal static class CsvFormulaEscaper
{
    private const char Mark = '\'';

    internal static string Protect(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20' or '\t' or '\r' or '\n' or Mark ? Mark + text : text;

    /// <summary>The text that was protected. A spreadsheet's user may have put the mark there as well.</summary>
    internal static string Restore(string text) => text.Length > 1 && text[0] == Mark ? text.Substring(1) : text;
}
