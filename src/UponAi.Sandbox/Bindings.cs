namespace UponAi.Sandbox;

/// <summary>What is bound to a number.</summary>
/// <param name="Inbound">The agents that take its calls.</param>
/// <param name="Outbound">The agents that make its calls.</param>
/// <param name="InboundWebhookUrl">The webhook that is asked at each inbound call.</param>
/// <param name="IsTimeRoutingEnabled">Whether time routing is on.</param>
public sealed record Bindings(
    IReadOnlyList<AgentBinding> Inbound,
    IReadOnlyList<AgentBinding> Outbound,
    string? InboundWebhookUrl,
    bool IsTimeRoutingEnabled)
{
    internal static Bindings None { get; } = new([], [], null, false);
}
