namespace UponAi.PowerShell.Binding;

/// <summary>What a property of a row means.</summary>
internal enum RowColumn
{
    Number,
    AccountSid,
    WorkspaceId,
    InboundAgents,
    InboundAgentId,
    InboundAgentVersion,
    OutboundAgents,
    OutboundAgentId,
    OutboundAgentVersion,
    InboundWebhookUrl,
    TimeRouting,
    CarriedMembers,

    /// <summary>Belongs to rows of one agent each, which must be gathered by number before they mean anything.</summary>
    OneAgentEach,

    /// <summary>Known, and of no meaning for a change.</summary>
    Ignored,
}
