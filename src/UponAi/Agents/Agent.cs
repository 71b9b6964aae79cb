namespace UponAi;

/// <summary>A version of an agent, as the platform lists it.</summary>
public sealed class Agent
{
    internal Agent(string agentId, int? agentVersion, string? name, DateTimeOffset? updatedAt) =>
        (AgentId, AgentVersion, Name, UpdatedAt) = (agentId, agentVersion, name, updatedAt);

    /// <summary>The platform's id of the agent.</summary>
    public string AgentId { get; }

    /// <summary>The version, 0 being a real one; none where the platform names none.</summary>
    public int? AgentVersion { get; }

    /// <summary>The name; none where the platform does not say, as in a list of versions.</summary>
    public string? Name { get; }

    /// <summary>When the version was last changed; none where the platform does not say, as in a list of agents.</summary>
    public DateTimeOffset? UpdatedAt { get; }

    /// <summary>The agent as text, such as <c>agent_a@3</c>, of which an <see cref="AgentRef"/> can be made.</summary>
    public override string ToString() => AgentRef.FromPlatform(AgentId, AgentVersion, null).ToString();
}
