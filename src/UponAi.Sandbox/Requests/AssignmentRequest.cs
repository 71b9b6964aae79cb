using UponAi.Sandbox.State;

namespace UponAi.Sandbox.Requests;

/// <summary>The body of a PUT after its shape was checked. Agents that are null were absent; an empty list removes.</summary>
internal sealed record AssignmentRequest
{
    internal required string AccountSid { get; init; }

    internal required int WorkspaceId { get; init; }

    internal IReadOnlyList<AgentBinding>? Inbound { get; init; }

    internal IReadOnlyList<AgentBinding>? Outbound { get; init; }

    /// <summary>Whether the body named the webhook; with none given, it removes.</summary>
    internal bool NamesWebhook { get; init; }

    internal string? InboundWebhookUrl { get; init; }

    internal bool? IsTimeRoutingEnabled { get; init; }

    internal void CheckAgents(Account account)
    {
        foreach (var wanted in (Inbound ?? []).Concat(Outbound ?? []))
        {
            var agent = account.FindAgent(wanted.AgentId) ?? throw Refusal.BadRequest($"Agent '{wanted.AgentId}' is unknown.");
            if (wanted.AgentVersion is { } version && !agent.HasVersion(version))
                throw Refusal.BadRequest($"Agent '{agent.Id}' has no version {version}; it has 0 to {agent.LatestVersion}.");
        }
    }

    internal Bindings ApplyTo(Bindings present) => new(
        Inbound ?? present.Inbound,
        Outbound ?? present.Outbound,
        NamesWebhook ? InboundWebhookUrl : present.InboundWebhookUrl,
        IsTimeRoutingEnabled ?? present.IsTimeRoutingEnabled);
}
