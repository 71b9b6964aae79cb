using UponAi.PowerShell.Binding;

namespace UponAi.PowerShell.Plans;

/// <summary>Makes a row of a record. All of its cells are read, so that all that is wrong with them is said at once.</summary>
internal sealed class RecordReader(string file)
{
    private readonly List<UponAiException> errors = [];

    /// <summary>What was wrong with the record that was read last.</summary>
    internal IReadOnlyList<UponAiException> Errors => errors;

    /// <returns>The row, or null where something is wrong with it.</returns>
    internal PlanRow? Read(PlanRecord record)
    {
        errors.Clear();
        errors.AddRange(record.Damage.Select(damage => new UponAiException(UponAiError.InvalidPlan, damage)));
        // The cells of a damaged row need not be what they look like.
        if (errors.Count > 0) return null;
        if (Cell(() => new RowReader(new RowCells(record.Cells, isPhoneNumber: false))) is not { } row) return null;

        var assignment = new NumberAssignment
        {
            Number = Cell(row.NumberId), Inbound = Cell(row.Inbound), Outbound = Cell(row.Outbound), InboundWebhook = Cell(row.InboundWebhook), TimeRouting = Cell(row.TimeRouting),
        };
        var (account, workspace) = (Cell(row.AccountSid), Cell(row.WorkspaceId));
        return errors.Count == 0 ? new PlanRow(assignment, account, workspace, file, record.Line) : null;
    }

    private T? Cell<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (UponAiException e)
        {
            errors.Add(e);
            return default;
        }
    }
}
