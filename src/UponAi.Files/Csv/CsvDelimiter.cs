using System.Text.RegularExpressions;
using UponAi.Files.Reading;

namespace UponAi.Files.Csv;

/// <summary>
/// Detects the delimiter of a CSV file. Recognizes its preamble, the lines for programs before the column names:
/// <c>sep=;</c> for Excel, and <c>#TYPE System.Object</c> from Export-Csv in Windows PowerShell.
/// </summary>
internal static class CsvDelimiter
{
    // Enough for a preamble and the column names.
    private const int ExaminedCharacters = 64 * 1024;

    private static readonly char[] Delimiters = [',', ';', '\t'];

    private static readonly Regex SeparatorLine = new(
        @"^""?sep=(.)""?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>
    /// Returns the delimiter of a <c>sep=</c> line. Without such a line, returns the most frequent of comma, semicolon
    /// and tab among the column names. The comma wins a tie.
    /// </summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.InvalidPlan"/>: the <c>sep=</c> line names a character that cannot separate cells.
    /// </exception>
    internal static char Detect(TextReader file, string path)
    {
        var buffer = new char[ExaminedCharacters];
        var text = new string(buffer, 0, file.ReadBlock(buffer, 0, buffer.Length));
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOfAny(['\r', '\n'], start) is >= 0 and var found ? found : text.Length;
            var line = text.Substring(start, end - start);
            if (SeparatorLine.Match(line.Trim(' ')) is { Success: true } separator)
            {
                var delimiter = separator.Groups[1].Value[0];
                return CanSeparate(delimiter) ? delimiter : throw PlanFileErrors.Whole(
                    path,
                    $"has the line '{DisplayText.Sanitize(line)}', but letters, digits, white space other than a tab, "
                    + "and quotation marks cannot separate cells. Write the separator of the file (sep=;), or "
                    + "remove the line.");
            }

            if (!IsPreamble(line) && !string.IsNullOrWhiteSpace(line)) return FindMostFrequentDelimiter(text, start);
            start = end + 1;
        }

        return Delimiters[0];
    }

    /// <summary>Returns true for a line of the preamble.</summary>
    internal static bool IsPreamble(string line)
    {
        // In a sep= line, only spaces may be trimmed: the separator can be a tab.
        var trimmed = line.Trim();
        return trimmed.StartsWith("#TYPE ", StringComparison.OrdinalIgnoreCase)
            || SeparatorLine.IsMatch(line.TrimEnd('\r', '\n').Trim(' '));
    }

    // CsvHelper throws for a quotation mark or a space. Cells from CsvFormulaEscaper begin with an apostrophe.
    private static bool CanSeparate(char c) =>
        c == '\t' || !(c is '"' or '\'' || char.IsLetterOrDigit(c) || char.IsWhiteSpace(c));

    private static char FindMostFrequentDelimiter(string text, int start)
    {
        var counts = new int[Delimiters.Length];
        var isQuoted = false;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is '\r' or '\n' && !isQuoted) break;
            if (text[i] == '"') isQuoted = !isQuoted;
            else if (!isQuoted && Array.IndexOf(Delimiters, text[i]) is >= 0 and var which) counts[which]++;
        }

        return Delimiters[Array.IndexOf(counts, counts.Max())];
    }
}
