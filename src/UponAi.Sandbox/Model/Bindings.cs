using System.Text.Json.Serialization;

namespace UponAi.Sandbox;

/// <summary>One agent of a direction.</summary>
/// <param name="AgentId">The id of the agent.</param>
/// <param name="AgentVersion">The version, or null for the latest.</param>
/// <param name="Weight">The share of calls, above 0 and at most 1.</param>
public sealed record AgentBinding(
    string AgentId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? AgentVersion,
    decimal Weight);

/// <summary>The agents and settings of a number.</summary>
/// <param name="Inbound">The inbound agents.</param>
/// <param name="Outbound">The outbound agents.</param>
/// <param name="InboundWebhookUrl">The webhook for inbound calls, or null.</param>
/// <param name="IsTimeRoutingEnabled">True if time routing is on.</param>
public sealed record Bindings(
    IReadOnlyList<AgentBinding> Inbound,
    IReadOnlyList<AgentBinding> Outbound,
    string? InboundWebhookUrl,
    bool IsTimeRoutingEnabled)
{
    internal static Bindings None { get; } = new([], [], null, false);
}

/// <summary>The state of a number at one moment.</summary>
/// <param name="Number">The number or extension.</param>
/// <param name="AccountSid">The account of the number.</param>
/// <param name="WorkspaceId">The workspace of the number.</param>
/// <param name="Bindings">The agents and settings of the number.</param>
/// <param name="PlatformImportError">True if the telephone platform refused to import the number.</param>
/// <param name="AppliedPuts">How many PUT requests changed the number, whether or not their responses arrived.</param>
/// <param name="AnsweredPuts">How many PUT requests received a complete 200 response.</param>
public sealed record NumberSnapshot(
    string Number,
    string AccountSid,
    int WorkspaceId,
    Bindings Bindings,
    bool PlatformImportError,
    int AppliedPuts,
    int AnsweredPuts);
