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
    ReturnedProperties,

    /// <summary>Of a row of one agent, as are <see cref="Weight"/> and <see cref="Direction"/>; such rows mean something once they are gathered by number.</summary>
    AgentVersion,
    Weight,
    Direction,

    /// <summary>What a comparison found, beside what it compared with.</summary>
    ComparisonStatus,

    /// <summary>What a number has, as a comparison shows it.</summary>
    Current,

    /// <summary>Known, and of no meaning for a change. The last.</summary>
    Ignored,
}
