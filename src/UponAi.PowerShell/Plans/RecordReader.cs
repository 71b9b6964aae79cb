using UponAi.PowerShell.Binding;

namespace UponAi.PowerShell.Plans;

/// <summary>Makes a row of a record. All of its cells are read, so that all that is wrong with them is said at once.</summary>
internal sealed class RecordReader(string file)
{
    private readonly CellErrors errors = new();

    /// <summary>What was wrong with the record that was read last.</summary>
    internal IReadOnlyList<UponAiException> Errors => errors.Found;

    /// <returns>The row, or null where something is wrong with it.</returns>
    internal PlanRow? Read(PlanRecord record)
    {
        errors.Begin(record);
        // The cells of a damaged row need not be what they look like.
        if (errors.Found.Count > 0) return null;
        if (errors.Read(() => new RowReader(new RowCells(record.Cells, isPhoneNumber: false))) is not { } row) return null;

        var assignment = new NumberAssignment
        {
            Number = errors.Read(row.NumberId), Inbound = errors.Read(row.Inbound), Outbound = errors.Read(row.Outbound), InboundWebhook = errors.Read(row.InboundWebhook), TimeRouting = errors.Read(row.TimeRouting),
        };
        var (account, workspace) = (errors.Read(row.AccountSid), errors.Read(row.WorkspaceId));
        return errors.Found.Count == 0 ? new PlanRow(assignment, account, workspace, file, record.Line) : null;
    }
}
