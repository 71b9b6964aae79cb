namespace UponAi.PowerShell.Rows;

/// <summary>Identifies the property that a column sets.</summary>
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

    /// <summary>The outbound agent of a <see cref="PhoneNumber"/>, or the agent of a row for one agent.</summary>
    AgentId,
    OutboundAgentVersion,
    InboundWebhookUrl,
    TimeRouting,
    ReturnedProperties,
    UnreadableProperties,

    /// <summary>A column of a row for one agent, like <see cref="Weight"/> and <see cref="Direction"/>.</summary>
    AgentVersion,
    Weight,
    Direction,

    /// <summary>The result of a comparison.</summary>
    ComparisonStatus,

    /// <summary>A current value in the result of a comparison, like the three that follow.</summary>
    CurrentInboundAgents,
    CurrentOutboundAgents,
    CurrentInboundWebhookUrl,
    CurrentTimeRouting,

    /// <summary>A known column that does not change an assignment. Keep this member the last.</summary>
    Ignored,
}
