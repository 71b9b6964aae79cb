using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Plans;

/// <summary>
/// Checks the column names of a plan file for <see cref="PlanImport"/>. Unknown names are errors, because a misspelt
/// column would leave the old agent bound.
/// </summary>
internal sealed class PlanColumns(IEnumerable<string> ignored)
{
    private const int MaxNamesShown = 8;

    private static readonly char[] Separators = [',', ';', '|'];

    private readonly HashSet<string> seen =
        new(ignored.Select(DisplayText.VisibleName), StringComparer.OrdinalIgnoreCase);
    private bool hasAgentRows;

    /// <summary>Returns the errors of new names.</summary>
    internal IEnumerable<UponAiException> Check(PlanRecord record)
    {
        if (record.IsHeader)
        {
            hasAgentRows = HasAgentColumn(record);
            if (!HasNumber(record))
            {
                yield return Invalid(
                    "No column is named Number. The first line names the columns, such as Number,InboundAgents. "
                    + $"This line has {DescribeNames(record)}.{DescribeSeparator(record)}");
                yield break;
            }
        }

        if (record.IsPlatformAnswer) yield break;
        foreach (var cell in record.Cells)
        {
            if (RowColumns.Find(cell.Key) is not null || !seen.Add(cell.Key)) continue;
            var hint = ColumnSuggester.Suggest(cell.Key) is { } suggestion ? $" Did you mean '{suggestion}'?" : "";
            yield return Invalid(
                $"The column '{DisplayText.Sanitize(cell.Key)}' is not known."
                + $"{ColumnSuggester.DescribeOddLetter(cell.Key)}{hint} "
                + "Rename or remove the column, or name it with -IgnoreColumn.");
        }
    }

    /// <summary>Returns true for a row for one agent. Such rows are grouped by number.</summary>
    internal bool IsOfOneAgent(PlanRecord record) => hasAgentRows || HasAgentColumn(record);

    internal static bool HasNumber(PlanRecord record) =>
        record.Cells.Any(cell => IsNumber(cell.Key));

    private static bool HasAgentColumn(PlanRecord record) =>
        record.Cells.Any(cell => RowColumns.IsOfOneAgent(cell.Key));

    private static string DescribeNames(PlanRecord record) =>
        string.Join(", ", record.Cells.Take(MaxNamesShown).Select(cell => $"'{DisplayText.Sanitize(cell.Key)}'"));

    /// <summary>
    /// Returns a sentence for a file whose names are in one cell, because quotation marks surround the line, or because
    /// the file needs another <c>sep=</c> line. Returns empty text for any other file.
    /// </summary>
    private static string DescribeSeparator(PlanRecord record)
    {
        if (record.Cells is not [var only]) return "";
        var separator = Array.Find(Separators, separator => only.Key.Split(separator).Any(IsNumber));
        return separator == default
            ? ""
            : " The names are in one cell. If quotation marks surround the line, remove them. "
                + $"If '{separator}' separates the names, write the line sep={separator} above them, in place of any "
                + "other sep= line.";
    }

    private static bool IsNumber(string name) => RowColumns.Find(name.Trim()) == RowColumn.Number;

    private static UponAiException Invalid(string message) => new(UponAiError.InvalidPlan, message);
}
