namespace UponAi.PowerShell.Binding;

/// <summary>A row that was read and checked when its file was: nothing of it is read again.</summary>
internal sealed class PlannedRow(PlanRow row) : IAssignmentRow
{
    private readonly NumberAssignment assignment = row.GetAssignment();

    public string Number() => row.Number;

    public string? AccountSid() => row.AccountSid;

    public int? WorkspaceId() => row.WorkspaceId;

    public Change<AgentSplit> Inbound() => assignment.Inbound;

    public Change<AgentSplit> Outbound() => assignment.Outbound;

    public Change<Webhook> InboundWebhook() => assignment.InboundWebhook;

    public bool? TimeRouting() => assignment.TimeRouting;

    public NumberComparisonStatus? ComparisonStatus() => null;

    public string NameUnknown() => "";
}
