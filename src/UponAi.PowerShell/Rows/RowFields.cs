namespace UponAi.PowerShell.Rows;

/// <summary>The properties of a row. A command does not read the properties that its parameters override.</summary>
[Flags]
internal enum RowFields
{
    None = 0,

    /// <summary>The number as text, which may be a wildcard pattern.</summary>
    NumberText = 1,

    /// <summary>The number, parsed.</summary>
    Number = 1 << 1,
    AccountSid = 1 << 2,
    WorkspaceId = 1 << 3,
    Inbound = 1 << 4,
    Outbound = 1 << 5,
    InboundWebhook = 1 << 6,
    TimeRouting = 1 << 7,

    /// <summary>The state in the Current… columns of a row from Compare-UponAiNumberAssignment.</summary>
    CurrentState = 1 << 8,

    NumberAndLocation = Number | AccountSid | WorkspaceId,

    /// <summary>The properties of an assignment.</summary>
    Change = Inbound | Outbound | InboundWebhook | TimeRouting,

    /// <summary>The number, its location and the change: the content of a <see cref="UponAi.PlanRow"/>.</summary>
    PlanRow = NumberAndLocation | Change,
}
