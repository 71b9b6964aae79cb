namespace UponAi.Sandbox.Answers;

/// <summary>The part of the answer to a PUT that repeats what is now assigned.</summary>
internal sealed record AssignmentAnswer(
    string AccountSid,
    int WorkspaceId,
    string? AgentId,
    string? InboundAgentId,
    IReadOnlyList<AgentBinding> OutboundAgents,
    IReadOnlyList<AgentBinding> InboundAgents,
    bool IsTimeRoutingEnabled,
    bool PlatformImportError,
    string? PlatformImportErrorMessage)
{
    internal static AssignmentAnswer Of(PhoneNumberAnswer number) => new(
        number.AccountSid,
        number.WorkspaceId,
        number.AgentId,
        number.InboundAgentId,
        number.OutboundAgents,
        number.InboundAgents,
        number.IsTimeRoutingEnabled,
        number.PlatformImportError,
        number.PlatformImportErrorMessage);
}
