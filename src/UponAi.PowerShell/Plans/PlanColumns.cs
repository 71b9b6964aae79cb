using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Plans;

/// <summary>The names of a file's columns: each must mean something, as a misspelt one would leave the old agent bound.</summary>
internal sealed class PlanColumns(IEnumerable<string> ignored)
{
    private readonly HashSet<string> seen = new(ignored.Select(DisplayText.VisibleName), StringComparer.OrdinalIgnoreCase);
    private bool isOfAgents;

    /// <summary>What is wrong with names that were not seen before.</summary>
    internal IEnumerable<UponAiException> Check(PlanRecord record)
    {
        if (record.IsHeader)
        {
            isOfAgents = HasAgentColumn(record);
            if (!HasNumber(record))
            {
                yield return Refuse($"No column is named Number. The first line names the columns, such as Number,InboundAgents; this one has {Named(record)}.");
                yield break;
            }
        }

        if (record.IsPlatformAnswer) yield break;
        foreach (var cell in record.Cells)
        {
            if (RowColumns.Find(cell.Key) is not null || !seen.Add(cell.Key)) continue;
            var hint = ColumnSuggester.Suggest(cell.Key) is { } suggestion ? $" Did you mean '{suggestion}'?" : "";
            yield return Refuse(
                $"The column '{DisplayText.Sanitize(cell.Key)}' is not known.{ColumnSuggester.DescribeOddLetter(cell.Key)}{hint} "
                + "Rename or remove it, or name it with -IgnoreColumn.");
        }
    }

    /// <summary>True for a row of one agent, which means something together with the others of its number.</summary>
    internal bool IsOfOneAgent(PlanRecord record) => isOfAgents || HasAgentColumn(record);

    /// <summary>True where a column says which number the row is for.</summary>
    internal static bool HasNumber(PlanRecord record) => record.Cells.Any(cell => RowColumns.Find(cell.Key) == RowColumn.Number);

    private static bool HasAgentColumn(PlanRecord record) => record.Cells.Any(cell => RowColumns.IsOfOneAgent(cell.Key));

    private static string Named(PlanRecord record) => string.Join(", ", record.Cells.Take(8).Select(cell => $"'{DisplayText.Sanitize(cell.Key)}'"));

    private static UponAiException Refuse(string message) => new(UponAiError.InvalidPlan, message);
}
