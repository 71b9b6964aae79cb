namespace UponAi.Files.Csv;

/// <summary>
/// Escapes cells with an apostrophe, the text mark of spreadsheets. So no cell runs as a formula, and a number keeps
/// its <c>+</c>.
/// </summary>
internal static class CsvFormulaEscaper
{
    private const char Mark = '\'';

    /// <summary>Returns the text of a cell for <see cref="Writing.CsvRowWriter"/>.</summary>
    internal static string Protect(string text) => text.Length > 0 && IsProtected(text[0]) ? Mark + text : text;

    /// <summary>
    /// Returns the text of a cell without its apostrophe, which a user may also have typed in a spreadsheet.
    /// </summary>
    internal static string Restore(string text) => text.Length > 1 && text[0] == Mark ? text.Substring(1) : text;

    // A formula begins with one of the first four characters, also in full-width form, or with white space before it.
    // An apostrophe is protected because Restore removes the first one.
    private static bool IsProtected(char first) =>
        first is '=' or '+' or '-' or '@'
            or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20'
            or '\t' or '\r' or '\n'
            or Mark;
}
