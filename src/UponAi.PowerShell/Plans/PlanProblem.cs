using System.Management.Automation;

namespace UponAi.PowerShell.Plans;

/// <summary>Something that is wrong with a plan file.</summary>
/// <param name="Error">What, with file and line.</param>
/// <param name="Target">The row, else the file, for the error record.</param>
internal sealed record PlanProblem(UponAiException Error, object Target)
{
    internal static PlanProblem Create(UponAiException error, string file, PlanRecord record) =>
        new(new UponAiException(error.Error, $"{PlanText.Position(file, record.Line)}: {error.Message}", error), Row(file, record));

    /// <summary>The row as it stands in the file, and where it does: to be corrected, or put into a file of its own.</summary>
    private static PSObject Row(string file, PlanRecord record)
    {
        var row = new PSObject();
        KeyValuePair<string, object?>[] place = [new(nameof(PlanRow.File), file), new(nameof(PlanRow.Line), record.Line)];
        foreach (var cell in record.Cells.Concat(place))
        {
            if (!string.IsNullOrEmpty(cell.Key) && row.Properties[cell.Key] is null) row.Properties.Add(new PSNoteProperty(cell.Key, cell.Value));
        }

        return row;
    }
}
