using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using UponAi.Files.Reading;

namespace UponAi.Files.Csv;

/// <summary>
/// Reads the records of a CSV file. The first record is the line of column names. Empty lines are skipped.
/// </summary>
internal sealed class CsvRecords(TextReader text, char delimiter, string path)
{
    // Thousands of agents fit into a cell, and an unclosed quotation mark cannot fill the memory.
    private const int MaxCellCharacters = 64 * 1024;

    // The names of the columns. Empty for a column without a name, and null for a column that repeats a name.
    private string?[] columns = [];

    // CsvHelper reports a badly quoted cell while parser[i] reads the cell. Null if no cell was reported.
    private string? badCell;

    internal IEnumerable<PlanRecord> Read()
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            // If CsvHelper skipped the blank lines, the first line of the next record would not be known.
            IgnoreBlankLines = false,
            MaxFieldSize = MaxCellCharacters,
            BadDataFound = bad => badCell = bad.Field,
        };
        using var parser = new CsvParser(text, configuration);
        var hasHeader = false;
        for (var line = 1; TryReadNext(parser, line); line = parser.RawRow + 1)
        {
            if (!hasHeader && CsvDelimiter.IsPreamble(parser.RawRecord)) continue;
            var cells = ReadCells(parser, line, out var damage);
            if (damage.Count == 0 && cells.All(string.IsNullOrWhiteSpace)) continue;
            yield return hasHeader ? CreateRow(line, cells, damage) : ReadHeader(line, cells, damage);
            hasHeader = true;
        }

        if (!hasHeader)
            throw PlanFileErrors.Whole(
                path, "is empty. Its first line names the columns, such as Number,InboundAgents.");
    }

    private bool TryReadNext(CsvParser parser, int line)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException e)
        {
            throw PlanFileErrors.At(
                path,
                line,
                $"A cell has more than {MaxCellCharacters} characters. Perhaps a quotation mark on this line is never "
                + "closed. Add the closing quotation mark.",
                e);
        }
    }

    private string[] ReadCells(CsvParser parser, int line, out List<string> damage)
    {
        var cells = new string[parser.Count];
        damage = [];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = parser[i];
            if (badCell is not null)
            {
                // The rest of the file may be in the wrong cells.
                if (parser.RawRow > line) throw NeverClosed(line, i, " The cell goes on over several lines.");
                damage.Add(
                    $"{DescribeColumn(i)} has '{DisplayText.Sanitize(badCell)}' with a misplaced quotation mark. Put "
                    + "the whole cell into quotation marks, and double each quotation mark inside the cell.");
                badCell = null;
            }

            if (cells[i].Contains('\0'))
            {
                damage.Add(
                    $"{DescribeColumn(i)} has '{DisplayText.Sanitize(cells[i])}' with NUL characters, which text never "
                    + "has. Save the file as UTF-8 text.");
            }
        }

        // CsvHelper does not report a last cell of the file such as "abc"", and drops the quotation mark at its end.
        if (damage.Count == 0 && text.Peek() < 0 && parser.RawRecord.Count(character => character == '"') % 2 == 1)
            throw NeverClosed(line, cells.Length - 1, "");
        return cells;
    }

    private UponAiException NeverClosed(int line, int column, string more) => PlanFileErrors.At(
        path,
        line,
        $"{DescribeColumn(column)} has a quotation mark that is perhaps never closed.{more} Close the quotation mark, "
        + "or double each quotation mark inside the cell.");

    /// <summary>Reads the names of the columns. The rows need them, so a damaged name ends the reading.</summary>
    private PlanRecord ReadHeader(int line, string[] cells, List<string> damage)
    {
        if (damage.Count > 0) throw PlanFileErrors.At(path, line, damage[0]);

        var names = cells.Select(DisplayText.VisibleName).ToList();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        columns = [.. names.Select(name => name.Length == 0 || seen.Add(name) ? name : null)];
        var repetitions = names
            .Where(name => name.Length > 0)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Skip(1).Any())
            .Select(same => $"The column '{DisplayText.Sanitize(same.Key)}' occurs {same.Count()} times. Keep one.");
        return new PlanRecord(line, [.. seen.Select(name => new KeyValuePair<string, object?>(name, null))])
        {
            IsHeader = true,
            Damage = [.. repetitions],
        };
    }

    private PlanRecord CreateRow(int line, string[] cells, List<string> damage)
    {
        var named = new List<KeyValuePair<string, object?>>(columns.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            var name = i < columns.Length ? columns[i] : "";
            if (name is { Length: > 0 })
                named.Add(new KeyValuePair<string, object?>(name, CsvFormulaEscaper.Restore(cells[i])));
            else if (name is not null && !string.IsNullOrWhiteSpace(cells[i]))
            {
                var separator = delimiter == '\t' ? "tab" : $"'{delimiter}'";
                damage.Add(
                    $"{DescribeColumn(i)} has '{DisplayText.Sanitize(cells[i])}', and the first line names no such "
                    + $"column. Put a cell that contains a {separator} into quotation marks, or name the column.");
            }
        }

        return new PlanRecord(line, named) { Damage = damage };
    }

    private string DescribeColumn(int index) => index < columns.Length && columns[index] is { Length: > 0 } name
        ? $"Column '{DisplayText.Sanitize(name)}'"
        : $"Column {index + 1}";
}
