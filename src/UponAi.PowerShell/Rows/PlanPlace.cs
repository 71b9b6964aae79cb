namespace UponAi.PowerShell.Rows;

/// <summary>The line of a plan file that a row comes from, for error records and the journal.</summary>
internal sealed record PlanPlace(string File, int Line)
{
    /// <summary>Finds the place of a row, or of a comparison with a row.</summary>
    /// <returns>Null for any other object, and for a row that is not from a file.</returns>
    internal static PlanPlace? Find(object? row) => row switch
    {
        PlanRow plan => new(plan.File, plan.Line),
        NumberComparison compared => Create(compared.File, compared.Line),
        // A stored comparison. Another table may have its own columns File and Line.
        PSObject { Properties: var cells } when cells[nameof(NumberComparison.CurrentInboundAgents)] is not null =>
            Create(cells[nameof(File)]?.Value, cells[nameof(Line)]?.Value),
        _ => null,
    };

    /// <summary>Returns the place for messages: <c>plan.csv, line 12</c>.</summary>
    public override string ToString() => PlanText.Position(File, Line);

    private static PlanPlace? Create(object? file, object? line) =>
        ScalarConverter.ToText(file) is { Length: > 0 } path && ScalarConverter.ToInt(line) is { } number
            ? new(path, number)
            : null;
}
