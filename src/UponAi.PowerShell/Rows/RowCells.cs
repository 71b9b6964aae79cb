namespace UponAi.PowerShell.Rows;

/// <summary>The cells of a row by the meaning of their columns, for <see cref="RowParser"/>.</summary>
internal sealed class RowCells
{
    private const int MaxUnknownShown = 8;

    private readonly RowCell[] cells = new RowCell[(int)RowColumn.Ignored + 1];
    private readonly List<string>? unknown;

    /// <summary>Reads the cells of an object from the pipeline.</summary>
    internal RowCells(PSObject row)
        : this(PSObjectProperties.Read(row)) => IsPhoneNumber = row.BaseObject is PhoneNumber;

    /// <summary>Reads the cells of named values.</summary>
    /// <param name="findColumn">Finds the column of a name. Null for <see cref="RowColumns.Find"/>.</param>
    internal RowCells(
        IEnumerable<KeyValuePair<string, object?>> values, Func<string, RowColumn?>? findColumn = null)
    {
        findColumn ??= RowColumns.Find;
        try
        {
            foreach (var value in values)
            {
                if (findColumn(value.Key) is { } column)
                    Add(column, new RowCell(value.Key, PSObjectProperties.Unwrap(value.Value)));
                else
                    (unknown ??= []).Add(value.Key);
            }
        }
        catch (UponAiException e)
        {
            Error = e;
        }
    }

    /// <summary>True for a live <see cref="PhoneNumber"/>. A copy from a file or a job may have been edited.</summary>
    internal bool IsPhoneNumber { get; }

    /// <summary>
    /// True for an object with an agent and without other columns of a row. Its version and weight then belong to the
    /// agent.
    /// </summary>
    internal bool IsAgent
    {
        get
        {
            if (!this[RowColumn.AgentId].IsPresent) return false;
            for (var column = RowColumn.Number; column < RowColumn.Ignored; column++)
            {
                if (cells[(int)column].IsPresent
                    && column is not (RowColumn.AgentId or RowColumn.AgentVersion or RowColumn.Weight))
                    return false;
            }

            return true;
        }
    }

    /// <summary>Gets the error of contradicting cells or of a failed getter, or null.</summary>
    internal UponAiException? Error { get; private set; }

    internal IReadOnlyList<string> Unknown => unknown ?? (IReadOnlyList<string>)[];

    internal RowCell this[RowColumn column] => cells[(int)column];

    /// <summary>Returns a sentence with the unknown columns for the end of a message, or empty text.</summary>
    internal static string DescribeUnknown(IReadOnlyList<string> unknown)
    {
        if (unknown.Count == 0) return "";
        var names = string.Join(", ", unknown.Take(MaxUnknownShown).Select(name => $"'{DisplayText.Sanitize(name)}'"));
        var more = unknown.Count > MaxUnknownShown ? $" and {unknown.Count - MaxUnknownShown} more" : "";
        return $" Unknown columns: {names}{more}.";
    }

    private void Add(RowColumn column, RowCell cell)
    {
        ref var known = ref cells[(int)column];
        if (column is not RowColumn.Ignored) Error ??= known.CompareWith(cell);
        if (!known.IsPresent || known.IsBlank) known = cell;
    }
}
