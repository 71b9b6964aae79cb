using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Plans;

/// <summary>
/// A plan file that Import-UponAiNumberAssignment reads twice: first the whole file is checked, then its rows are
/// returned.
/// </summary>
/// <param name="index">The position of the file among the files of the command, from 0.</param>
/// <param name="duplicates">Finds numbers that occur twice in all files.</param>
/// <param name="checkRow">
/// Returns the error of a readable row that an option refuses, or null. Returns the same for the same row each time.
/// </param>
/// <param name="stopping">
/// Cancelled when the command stops. The check of valid rows writes nothing that PowerShell could interrupt.
/// </param>
internal sealed class PlanImport(
    IPlanFile file,
    string path,
    int index,
    DuplicateNumberFinder duplicates,
    IEnumerable<string> ignoredColumns,
    Func<PlanRow, UponAiException?> checkRow,
    CancellationToken stopping) : IDisposable
{
    private readonly PlanColumns columns = new(ignoredColumns);
    private readonly AgentRowGrouper agents = new(path, checkRow);
    private bool isRefused;
    private bool hasRows;
    private bool hasWholeRows;

    internal string Path => path;

    /// <summary>True for a readable file without any row.</summary>
    internal bool IsEmpty => !isRefused && !hasRows;

    /// <summary>
    /// Gets the first row whose number may have lost its <c>+</c> in a spreadsheet, and the count of such rows.
    /// </summary>
    internal (PlanRow? First, int Count) WithoutPlus { get; private set; }

    /// <summary>Gets a warning about the first valid row with blank agents of a phone number, or null.</summary>
    internal string? BlankAgentsWarning { get; private set; }

    /// <summary>
    /// Returns the problems of the file. Afterwards the <see cref="DuplicateNumberFinder"/> knows its numbers.
    /// </summary>
    /// <exception cref="UponAiException">The file cannot be read to its end, and has no rows.</exception>
    internal IEnumerable<PlanProblem> Check()
    {
        // The file counts as refused until its end was read.
        isRefused = true;
        var isUnderstood = true;
        foreach (var record in file.Read())
        {
            if (stopping.IsCancellationRequested) throw new PipelineStoppedException();
            hasRows |= !record.IsHeader;
            foreach (var error in columns.Check(record))
            {
                isUnderstood = false;
                yield return PlanProblem.Create(error, path, record);
            }

            // Without the column Number, every row would have the same error.
            if (record.IsHeader && !PlanColumns.HasNumber(record)) yield break;
            foreach (var error in CheckRecord(record))
            {
                isUnderstood &= !record.IsHeader;
                yield return PlanProblem.Create(error, path, record);
            }
        }

        foreach (var problem in agents.Finish()) yield return problem;
        foreach (var row in agents.Rows) AddNumber(row);
        isRefused = !isUnderstood;
    }

    /// <summary>Returns the valid rows.</summary>
    /// <exception cref="UponAiException">The file has changed since it was checked.</exception>
    internal IEnumerable<PlanRow> ReadRows()
    {
        if (isRefused) yield break;
        if (hasWholeRows)
        {
            foreach (var record in file.Read())
            {
                if (stopping.IsCancellationRequested) throw new PipelineStoppedException();
                if (record.IsHeader || columns.IsOfOneAgent(record)) continue;
                if (Parse(record, out _) is { } row && !duplicates.IsDuplicate(row, index)) yield return row;
            }
        }

        foreach (var row in agents.Rows)
        {
            if (!duplicates.IsDuplicate(row, index)) yield return row;
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>Reads a record, adds its number, and returns all of its errors.</summary>
    private IEnumerable<UponAiException> CheckRecord(PlanRecord record)
    {
        var isOfOneAgent = !record.IsHeader && columns.IsOfOneAgent(record);
        if (record.IsHeader || record.Damage.Count > 0)
        {
            // The cells of a damaged row may be in the wrong columns.
            if (isOfOneAgent) agents.MarkIncomplete();
            return record.Damage.Select(damage => new UponAiException(UponAiError.InvalidPlan, damage));
        }

        if (isOfOneAgent) return agents.Add(record);
        hasWholeRows = true;
        if (Parse(record, out var errors) is { } row) AddNumber(row);
        return errors;
    }

    private PlanRow? Parse(PlanRecord record, out IReadOnlyList<UponAiException> errors)
    {
        var parser = new RowParser(new RowCells(record.Cells));
        var row = record.Damage.Count > 0 ? null : parser.Parse(RowFields.PlanRow)?.ToPlanRow(path, record.Line);
        errors = parser.Errors;
        if (row is null) return null;
        if (checkRow(row) is { } problem)
        {
            errors = [problem];
            return null;
        }

        if (parser.BlankAgentsWarning is { } createWarning)
            BlankAgentsWarning ??= $"{row.Position}: {createWarning()}";
        return row;
    }

    private void AddNumber(PlanRow row)
    {
        duplicates.Add(row, index);
        if (row.GetAssignment().Number.Doubt is null) return;
        WithoutPlus = (WithoutPlus.First ?? row, WithoutPlus.Count + 1);
    }
}
