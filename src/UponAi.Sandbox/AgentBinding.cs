using System.Text.Json.Serialization;

namespace UponAi.Sandbox;

/// <summary>One agent of a direction.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="AgentVersion">The version, or none for the latest.</param>
/// <param name="Weight">The part of the calls it takes, above 0 and at most 1.</param>
public sealed record AgentBinding(
    string AgentId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? AgentVersion,
    decimal Weight);
