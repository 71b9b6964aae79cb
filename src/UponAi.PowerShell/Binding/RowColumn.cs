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

    /// <summary>The outbound agent, by the name that PhoneNumber has for it.</summary>
    AgentId,
    OutboundAgentVersion,
    InboundWebhookUrl,
    TimeRouting,
    CarriedMembers,

    /// <summary>What a comparison found, beside what it compared with.</summary>
    ComparisonStatus,

    /// <summary>What a number has, as a comparison shows it.</summary>
    Current,

    /// <summary>Belongs to rows of one agent each, which must be gathered by number before they mean anything.</summary>
    OneAgentEach,

    /// <summary>Known, and of no meaning for a change. The last.</summary>
    Ignored,
}
