namespace UponAi;

/// <summary>A version of an agent, from the platform's list.</summary>
public sealed class Agent
{
    internal Agent(string agentId, int? agentVersion, string? name, DateTimeOffset? updatedAt) =>
        (AgentId, AgentVersion, Name, UpdatedAt) = (agentId, agentVersion, name, updatedAt);

    /// <summary>Gets the platform's id of the agent.</summary>
    public string AgentId { get; }

    /// <summary>Gets the version, or null if not reported. Version 0 exists.</summary>
    public int? AgentVersion { get; }

    /// <summary>Gets the name, or null if not reported, as in a list of versions.</summary>
    public string? Name { get; }

    /// <summary>Gets when the version was last changed, or null if not reported, as in a list of agents.</summary>
    public DateTimeOffset? UpdatedAt { get; }

    /// <summary>
    /// Returns the agent as text, such as <c>agent_a@3</c>. <see cref="AgentRef.Parse"/> reads this text.
    /// </summary>
    public override string ToString() => AgentRef.FromPlatform(AgentId, AgentVersion, null).ToString();
}
