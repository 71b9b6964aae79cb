using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Plans;

/// <summary>A plan file that is read twice: checked as a whole, then handed out row by row.</summary>
/// <param name="index">Which of the files it is, from 0.</param>
/// <param name="checkRow">
/// Returns why a row is refused although it can be read, or null. Returns the same for the same row each time.
/// </param>
internal sealed class PlanImport(
    IPlanFile file,
    string path,
    int index,
    DuplicateNumberFinder numbers,
    IEnumerable<string> ignoredColumns,
    Func<PlanRow, UponAiException?> checkRow) : IDisposable
{
    private readonly PlanColumns columns = new(ignoredColumns);
    private readonly AgentRowGrouper agents = new(path, checkRow);
    private bool isRefused;
    private bool hasWholeRows;

    internal string Path => path;

    /// <summary>The first of the numbers that a spreadsheet may have taken the <c>+</c> off, and how many there are.</summary>
    internal (PlanRow? First, int Count) WithoutPlus { get; private set; }

    /// <summary>Everything that is wrong with the file, as it is found; numbers that are there twice, its <see cref="DuplicateNumberFinder"/> know afterwards.</summary>
    /// <exception cref="UponAiException">The file cannot be read on; it has no rows then.</exception>
    internal IEnumerable<PlanProblem> Check()
    {
        // Until it has been read to its end.
        isRefused = true;
        var isUnderstood = true;
        foreach (var record in file.Read())
        {
            foreach (var error in columns.Check(record))
            {
                isUnderstood = false;
                yield return PlanProblem.Create(error, path, record);
            }

            // Without a column that is read, all that follows is wrong in the same way.
            if (record.IsHeader && !PlanColumns.HasNumber(record)) yield break;
            foreach (var error in Errors(record))
            {
                isUnderstood &= !record.IsHeader;
                yield return PlanProblem.Create(error, path, record);
            }
        }

        foreach (var problem in agents.Finish()) yield return problem;
        foreach (var row in agents.Rows) Remember(row);
        isRefused = !isUnderstood;
    }

    /// <summary>The rows that nothing is wrong with.</summary>
    /// <exception cref="UponAiException">The file has changed since it was checked.</exception>
    internal IEnumerable<PlanRow> Rows()
    {
        if (isRefused) yield break;
        if (hasWholeRows)
        {
            foreach (var record in file.Read())
            {
                if (!record.IsHeader && !columns.IsOfOneAgent(record) && Parse(record, out _) is { } row && !numbers.IsDoubled(row)) yield return row;
            }
        }

        foreach (var row in agents.Rows)
        {
            if (!numbers.IsDoubled(row)) yield return row;
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>Reads a record, and returns all of its errors.</summary>
    private IEnumerable<UponAiException> Errors(PlanRecord record)
    {
        var isOfOneAgent = !record.IsHeader && columns.IsOfOneAgent(record);
        if (record.IsHeader || record.Damage.Count > 0)
        {
            // The cells of a damaged row may belong elsewhere, so they are not read.
            if (isOfOneAgent) agents.SkipRow();
            return record.Damage.Select(damage => new UponAiException(UponAiError.InvalidPlan, damage));
        }

        if (isOfOneAgent) return agents.Add(record);
        hasWholeRows = true;
        if (Parse(record, out var errors) is { } row) Remember(row);
        return errors;
    }

    private PlanRow? Parse(PlanRecord record, out IReadOnlyList<UponAiException> errors)
    {
        var parser = new RowParser(new RowCells(record.Cells));
        var row = record.Damage.Count > 0 ? null : parser.Parse(RowFields.All)?.ToPlanRow(path, record.Line);
        errors = parser.Errors;
        if (row is null || checkRow(row) is not { } problem) return row;
        errors = [problem];
        return null;
    }

    private void Remember(PlanRow row)
    {
        numbers.Add(row, index);
        if (row.GetAssignment().Number.Doubt is not null) WithoutPlus = (WithoutPlus.First ?? row, WithoutPlus.Count + 1);
    }
}
