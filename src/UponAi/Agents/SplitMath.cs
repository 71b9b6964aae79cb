using static System.FormattableString;

namespace UponAi;

/// <summary>
/// Calculates the weights of the agents of one direction, for <see cref="AgentSplit"/> and
/// <see cref="AgentRefCollection"/>.
/// </summary>
internal static class SplitMath
{
    /// <summary>The allowed distance of a total from 1, and the largest difference of two equal weights.</summary>
    internal static readonly decimal Tolerance = 0.000001m;

    // Calculated parts have six decimals, so that JSON and the screen show 0.333333 instead of 28 digits. They are
    // rounded down, because rounding many parts up would leave nothing for the last agent.
    private static readonly decimal PartScale = 1_000_000m;

    /// <summary>Checks the agents of a split, and calculates the missing weights. The weights total 1.</summary>
    /// <param name="agents">One or more agents, each at most once.</param>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.InvalidAgentSplit"/>, or <see cref="UponAiError.InvalidAgentRef"/> for an agent that
    /// cannot be sent.
    /// </exception>
    internal static AgentRef[] CheckAndFill(AgentRef[] agents)
    {
        foreach (var agent in agents) AgentRefRules.Check(agent.AgentId, agent.AgentVersion, agent.Weight);
        if (agents is [{ Weight: null or 1m } lone]) return [lone.WithWeight(1m)];
        CheckDuplicates(agents);
        var total = agents.Sum(agent => agent.Weight ?? 0m);
        var open = agents.Count(agent => agent.Weight is null);
        if (open == 0)
        {
            if (Math.Abs(total - 1m) > Tolerance)
                throw WrongTotal(agents, total, "Weights total 1 (100%). " + Fix(1m - total) + LostAgents(agents));
            return agents;
        }

        if (open == agents.Length) return WithLastTakingTheRest(agents, _ => Cut(1m / agents.Length));
        if (open > 1) throw WrongTotal(agents, total, "Give every agent a weight, all but one, or none.");
        if (total >= 1m - Tolerance) throw WrongTotal(agents, total, "Nothing is left for the agent without a weight.");
        return Array.ConvertAll(agents, agent => agent.Weight is null ? agent.WithWeight(1m - total) : agent);
    }

    /// <summary>
    /// Scales the weights to a total of 1. If an agent has no weight or weight 0, the weights do not change.
    /// </summary>
    internal static AgentRef[] InProportion(IReadOnlyList<AgentRef> agents)
    {
        var total = agents.Sum(agent => agent.Weight.GetValueOrDefault());
        // The last agent takes the rest, and an agent with weight 0 must not get calls.
        return total == 1m || !agents.All(agent => agent.Weight > 0m)
            ? [.. agents]
            : WithLastTakingTheRest(agents, agent => Cut(agent.Weight.GetValueOrDefault() / total));
    }

    /// <summary>Calculates the missing weights. If no weight is missing, the weights may have any total.</summary>
    internal static IReadOnlyList<AgentRef> FillWeights(IReadOnlyList<AgentRef> agents) =>
        agents.Any(agent => agent.Weight is null) ? CheckAndFill([.. agents]) : agents;

    /// <summary>Moves a part of one agent's share to another agent.</summary>
    /// <returns>The new split, or null if <paramref name="from"/> has no share.</returns>
    internal static AgentRef[]? Move(IReadOnlyList<AgentRef> agents, AgentRef from, AgentRef to, decimal part)
    {
        if (part is <= 0m or > 1m)
        {
            throw new UponAiException(
                UponAiError.InvalidAgentSplit,
                $"The part to move is {AgentRefText.Exact(part)}. The part is a fraction above 0 and at most 1, such "
                + "as 0.1 for a tenth.");
        }

        if (from.Covers(to))
        {
            throw new UponAiException(
                UponAiError.InvalidAgentSplit,
                $"The share of '{from.WithWeight(null)}' cannot move to '{to.WithWeight(null)}', because both are the "
                + "same agent. Give different versions.");
        }

        // The platform may report agents with weight 0, but refuses them in a request.
        AgentRef[] sharing = [.. agents.Where(agent => agent.Weight != 0m)];
        if (!sharing.Any(from.Covers)) return null;

        var moved = 0m;
        var after = new List<AgentRef>();
        foreach (var agent in FillWeights(sharing))
        {
            var leaving = from.Covers(agent) ? agent.Weight.GetValueOrDefault() * part : 0m;
            moved += leaving;
            if (agent.Weight != leaving) after.Add(agent.WithWeight(agent.Weight - leaving));
        }

        var taking = after.FindIndex(to.IsSameAgent);
        if (taking < 0) after.Add(to.WithWeight(moved));
        else after[taking] = to.WithWeight(after[taking].Weight + moved);
        return CheckAndFill([.. after]);
    }

    private static void CheckDuplicates(AgentRef[] agents)
    {
        var seen = new HashSet<(string, int?)>();
        foreach (var agent in agents)
        {
            if (seen.Add((agent.AgentId, agent.AgentVersion))) continue;
            throw new UponAiException(
                UponAiError.InvalidAgentSplit,
                $"Agent '{agent.WithWeight(null)}' occurs twice in '{Show(agents)}'. Give the agent once, with its "
                + "whole weight.");
        }
    }

    private static AgentRef[] WithLastTakingTheRest(IReadOnlyList<AgentRef> agents, Func<AgentRef, decimal> part)
    {
        var weighed = new AgentRef[agents.Count];
        var rest = 1m;
        for (var i = 0; i < weighed.Length; i++)
        {
            weighed[i] = agents[i].WithWeight(i == weighed.Length - 1 ? rest : part(agents[i]));
            rest -= weighed[i].Weight.GetValueOrDefault();
        }

        return weighed;
    }

    // A part that is too small for six decimals is not rounded, because 0 is not a weight.
    private static decimal Cut(decimal part) =>
        Math.Floor(part * PartScale) / PartScale is > 0m and var cut ? cut : part;

    private static UponAiException WrongTotal(AgentRef[] agents, decimal total, string rule) => new(
        UponAiError.InvalidAgentSplit,
        Invariant($"The weights of '{Show(agents)}' total {total:0.######} ({total * 100m:0.####}%). {rule}"));

    private static string Fix(decimal missing) => (missing > 0m ? "Raise" : "Lower")
        + Invariant($" a weight by {Math.Abs(missing):0.####%}, or leave out one weight: its agent takes the rest.");

    // Without quotation marks, ';' ends the command in PowerShell and may end a cell in CSV.
    private static string LostAgents(AgentRef[] agents) => agents.Length == 1
        ? " If you wrote more agents after ';', put the whole text in quotation marks."
        : "";

    private static string Show(AgentRef[] agents) => string.Join(";", agents.AsEnumerable());
}
