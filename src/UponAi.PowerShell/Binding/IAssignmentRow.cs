namespace UponAi.PowerShell.Binding;

/// <summary>What a row states. Each member throws a <see cref="UponAiException"/> for a cell that cannot be read.</summary>
internal interface IAssignmentRow
{
    string Number();

    string? AccountSid();

    int? WorkspaceId();

    Change<AgentSplit> Inbound();

    Change<AgentSplit> Outbound();

    Change<Webhook> InboundWebhook();

    bool? TimeRouting();

    /// <summary>What a comparison found, where the row is one.</summary>
    NumberComparisonStatus? ComparisonStatus();

    /// <summary>A sentence for the end of a message, where some column is not known.</summary>
    string NameUnknown();
}
