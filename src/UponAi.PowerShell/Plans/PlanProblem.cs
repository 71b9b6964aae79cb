namespace UponAi.PowerShell.Plans;

/// <summary>An error of a plan file, for Import-UponAiNumberAssignment to report.</summary>
/// <param name="Error">The error. Its message names the file and the line.</param>
/// <param name="Target">The target of the error record: the row, or else the file.</param>
internal sealed record PlanProblem(UponAiException Error, object Target)
{
    internal static PlanProblem Create(UponAiException error, string file, PlanRecord record) =>
        new(
            new UponAiException(error.Error, $"{PlanText.Position(file, record.Line)}: {error.Message}", error),
            ToObject(file, record));

    /// <summary>
    /// Returns the cells of the row with its file and line, so that a script can correct or export it.
    /// </summary>
    private static PSObject ToObject(string file, PlanRecord record)
    {
        var row = new PSObject();
        KeyValuePair<string, object?>[] place =
            [new(nameof(PlanRow.File), file), new(nameof(PlanRow.Line), record.Line)];
        foreach (var cell in record.Cells.Concat(place))
        {
            if (string.IsNullOrEmpty(cell.Key) || row.Properties[cell.Key] is not null) continue;
            row.Properties.Add(new PSNoteProperty(cell.Key, cell.Value));
        }

        return row;
    }
}
