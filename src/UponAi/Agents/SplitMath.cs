namespace UponAi;

/// <summary>Makes a new split of the agents that a direction has.</summary>
internal static class SplitMath
{
    /// <summary>What remains without one agent; the weights are as before, and total less.</summary>
    /// <param name="agents">As the platform has them.</param>
    /// <param name="leaving">Its version counts where it has one; its weight does not.</param>
    /// <returns>The same agents where it is not among them.</returns>
    internal static AgentRefCollection Without(AgentRefCollection agents, AgentRef leaving)
    {
        if (!agents.Any(agent => IsMeant(leaving, agent))) return agents;
        return new AgentRefCollection([.. Weighed(agents).Where(agent => !IsMeant(leaving, agent))]);
    }

    /// <summary>Moves a part of the share that one agent has to another.</summary>
    /// <param name="agents">As the platform has them.</param>
    /// <param name="from">Its version counts where it has one; its weight does not.</param>
    /// <param name="to">The agent that gets the part, beside what it may have.</param>
    /// <param name="part">Above 0, at most 1: all of it.</param>
    /// <returns>The same agents where the first is not among them.</returns>
    internal static AgentRefCollection Move(AgentRefCollection agents, AgentRef from, AgentRef to, decimal part)
    {
        if (part is <= 0m or > 1m)
            throw new UponAiException(UponAiError.InvalidAgentSplit, $"The part to move is {AgentRefText.Exact(part)}; it is a fraction above 0 and at most 1, such as 0.1 for a tenth.");
        if (IsMeant(from, to))
            throw new UponAiException(UponAiError.InvalidAgentSplit, $"The share of '{from.WithWeight(null)}' cannot move to '{to.WithWeight(null)}', which is the same agent. Name the version that gives, the one that takes, or both.");
        if (!agents.Any(agent => IsMeant(from, agent))) return agents;

        var moved = 0m;
        var after = new List<AgentRef>(agents.Count + 1);
        foreach (var agent in Weighed(agents))
        {
            var leaving = IsMeant(from, agent) ? agent.Weight.GetValueOrDefault() * part : 0m;
            moved += leaving;
            if (leaving == 0m) after.Add(agent);
            else if (part < 1m) after.Add(agent.WithWeight(agent.Weight - leaving));
        }

        var taking = after.FindIndex(agent => agent.AgentId == to.AgentId && agent.AgentVersion == to.AgentVersion);
        if (taking < 0) after.Add(to.WithWeight(moved));
        else after[taking] = to.WithWeight(after[taking].Weight + moved);
        return AgentSplit.Create(after).Agents;
    }

    private static bool IsMeant(AgentRef named, AgentRef agent) =>
        string.Equals(named.AgentId, agent.AgentId, StringComparison.Ordinal) && (named.AgentVersion is null || named.AgentVersion == agent.AgentVersion);

    // Which part an agent without a weight has, follows from the others.
    private static AgentRefCollection Weighed(AgentRefCollection agents) =>
        agents.Any(agent => agent.Weight is null) ? AgentSplit.Create(agents).Agents : agents;
}
