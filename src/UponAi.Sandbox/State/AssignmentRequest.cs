namespace UponAi.Sandbox.State;

/// <summary>The parsed body of a PUT. A null list of agents was absent, and an empty list removes the agents.</summary>
internal sealed record AssignmentRequest
{
    internal required string AccountSid { get; init; }

    internal required int WorkspaceId { get; init; }

    internal IReadOnlyList<AgentBinding>? Inbound { get; init; }

    internal IReadOnlyList<AgentBinding>? Outbound { get; init; }

    /// <summary>True if the body named the webhook. With a null URL, the request removes the webhook.</summary>
    internal bool NamesWebhook { get; init; }

    internal string? InboundWebhookUrl { get; init; }

    internal bool? IsTimeRoutingEnabled { get; init; }

    internal void CheckAgents(Account account)
    {
        foreach (var wanted in (Inbound ?? []).Concat(Outbound ?? []))
        {
            var agent = account.FindAgent(wanted.AgentId)
                ?? throw Refusal.BadRequest($"Agent '{wanted.AgentId}' is unknown.");
            if (wanted.AgentVersion is not { } version || agent.HasVersion(version)) continue;
            throw Refusal.BadRequest(
                $"Agent '{agent.Id}' has no version {version}; it has 0 to {agent.LatestVersion}.");
        }
    }

    internal Bindings ApplyTo(Bindings current) => new(
        Inbound ?? current.Inbound,
        Outbound ?? current.Outbound,
        NamesWebhook ? InboundWebhookUrl : current.InboundWebhookUrl,
        IsTimeRoutingEnabled ?? current.IsTimeRoutingEnabled);
}
