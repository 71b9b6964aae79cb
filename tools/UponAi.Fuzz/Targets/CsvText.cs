using System.Text;

namespace UponAi.Fuzz.Targets;

/// <summary>
/// Reads CSV text by the letter of RFC 4180, without the library that the module uses. It judges which text a record
/// must have. Text with misplaced quotation marks is not judged, because the module refuses it.
/// </summary>
internal static class CsvText
{
    /// <summary>Returns the records, each with its cells and its text.</summary>
    internal static IEnumerable<(string Text, IReadOnlyList<string> Cells)> Records(string text, char delimiter)
    {
        var start = 0;
        while (start < text.Length)
        {
            var cells = new List<string>();
            var at = start;
            do
            {
                cells.Add(ReadCell(text, delimiter, ref at));
            }
            while (TrySkip(text, delimiter, ref at));

            yield return (text[start..at], cells);
            start = at + LineBreakLength(text, at);
        }
    }

    private static bool TrySkip(string text, char delimiter, ref int at)
    {
        if (at == text.Length || text[at] != delimiter) return false;
        at++;
        return true;
    }

    private static int LineBreakLength(string text, int at) =>
        at == text.Length ? 0 : text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;

    private static string ReadCell(string text, char delimiter, ref int at)
    {
        var cell = new StringBuilder();
        var isQuoted = at < text.Length && text[at] == '"';
        if (isQuoted) at++;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (isQuoted && c == '"')
            {
                if (at + 1 == text.Length || text[at + 1] != '"') isQuoted = false;
                else cell.Append(text[++at]);
            }
            else if (!isQuoted && (c == delimiter || c is '\r' or '\n'))
            {
                break;
            }
            else
            {
                cell.Append(c);
            }
        }

        return cell.ToString();
    }
}
