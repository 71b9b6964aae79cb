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

    /// <summary>The current values of a comparison.</summary>
    CurrentState = 1 << 8,

    /// <summary>The number and its location.</summary>
    NumberAndLocation = Number | AccountSid | WorkspaceId,

    /// <summary>The properties of an assignment.</summary>
    Change = Inbound | Outbound | InboundWebhook | TimeRouting,

    /// <summary>The whole row.</summary>
    All = NumberAndLocation | Change,
}
