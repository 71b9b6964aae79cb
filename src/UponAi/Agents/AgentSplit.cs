namespace UponAi;

/// <summary>
/// The agents of one direction with weights that total 1. Agents without any weight get equal parts. If exactly one
/// agent has no weight, it takes the rest. A lone agent has the weight 1.
/// </summary>
public sealed class AgentSplit : IEquatable<AgentSplit>
{
    private AgentSplit(AgentRef[] agents) => Agents = new AgentRefCollection(agents);

    /// <summary>Gets the agents, each with a weight.</summary>
    public AgentRefCollection Agents { get; }

    /// <summary>Creates a split and calculates the missing weights.</summary>
    /// <param name="agents">One or more agents, each at most once.</param>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.InvalidAgentSplit"/>, or <see cref="UponAiError.InvalidAgentRef"/> for an agent that
    /// cannot be sent.
    /// </exception>
    public static AgentSplit Create(IEnumerable<AgentRef> agents)
    {
        var given = agents?.ToArray() ?? throw new ArgumentNullException(nameof(agents));
        if (given.Length == 0)
        {
            throw new UponAiException(
                UponAiError.InvalidAgentSplit,
                    "A split needs at least one agent. To remove the agents of a direction, clear the direction.");
        }

        // PowerShell allows null in a list of agents.
        var missing = Array.IndexOf(given, null);
        if (missing >= 0)
        {
            throw new UponAiException(
                UponAiError.InvalidAgentRef,
                $"Agent {missing + 1} of {given.Length} is $null. Give an agent id, such as "
                + "agent_d3c2df14e163c7ca8ac5b1bf38.");
        }

        return new AgentSplit(SplitMath.CheckAndFill(given));
    }

    /// <summary>Creates the change of a direction to these agents. No agents clear the direction.</summary>
    internal static Change<AgentSplit> CreateChange(IReadOnlyCollection<AgentRef>? agents) =>
        agents is { Count: > 0 } ? Change.Set(Create(agents)) : Change.Clear<AgentSplit>();

    /// <summary>Creates a split with the weights in the same proportion and a total of 1.</summary>
    /// <param name="agents">One or more agents with weights of any total.</param>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.InvalidAgentSplit"/>: an agent has weight 0.
    /// </exception>
    internal static AgentSplit InProportion(IReadOnlyList<AgentRef> agents) => Create(SplitMath.InProportion(agents));

    /// <summary>
    /// Returns true for the same agents and versions, in any order, if the weights are equal within the tolerance.
    /// </summary>
    public bool Equals(AgentSplit? other) =>
        other is not null
        && Agents.Count == other.Agents.Count
        && Agents.All(mine => other.Agents.Any(theirs =>
            mine.IsSameAgent(theirs)
            && Math.Abs(mine.Weight.GetValueOrDefault() - theirs.Weight.GetValueOrDefault()) <= SplitMath.Tolerance));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AgentSplit);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Agents.Aggregate(0, (hash, agent) => hash ^ StringComparer.Ordinal.GetHashCode(agent.AgentId));

    /// <summary>Returns the agents with their weights, in text form.</summary>
    public override string ToString() => Agents.ToString();
}
