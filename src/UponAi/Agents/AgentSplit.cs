using System.Globalization;

namespace UponAi;

/// <summary>
/// The agents of one direction with their weights, which total 1. None given: equal parts. Exactly one agent without: it takes
/// the rest. One agent alone weighs 1.
/// </summary>
public sealed class AgentSplit : IEquatable<AgentSplit>
{
    /// <summary>How far the given weights may total from 1, and how near two weights count as equal.</summary>
    internal static readonly decimal Tolerance = 0.000001m;

    // Parts that are worked out have six decimals, so that the wire and the screen show 0.333333 and not 28 digits. They are cut,
    // not rounded: rounded up often enough, they leave the last agent nothing.
    private static readonly decimal PartScale = 1_000_000m;

    private AgentSplit(AgentRefCollection agents) => Agents = agents;

    /// <summary>The agents, each with a weight.</summary>
    public AgentRefCollection Agents { get; }

    /// <summary>Works out the weights.</summary>
    /// <param name="agents">One or more agents, each at most once.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidAgentSplit"/>, or <see cref="UponAiError.InvalidAgentRef"/> for an agent that may not be sent.</exception>
    public static AgentSplit Create(IEnumerable<AgentRef> agents)
    {
        var given = agents?.ToArray() ?? throw new ArgumentNullException(nameof(agents));
        if (given.Length == 0)
            throw new UponAiException(UponAiError.InvalidAgentSplit, "A split needs at least one agent; to remove a direction's agents, clear it.");

        // PowerShell lets a null into a list of agents.
        var missing = Array.IndexOf(given, null);
        if (missing >= 0)
        {
            throw new UponAiException(
                UponAiError.InvalidAgentRef,
                $"Agent {missing + 1} of {given.Length} is $null; give an agent id, such as agent_d3c2df14e163c7ca8ac5b1bf38.");
        }

        foreach (var agent in given) AgentRefRules.Check(agent.AgentId, agent.AgentVersion, agent.Weight);
        if (given is [{ Weight: null or 1m } lone]) return new AgentSplit(new AgentRefCollection([lone.Weight is null ? lone.WithWeight(1m) : lone]));
        RefuseDuplicates(given);
        return new AgentSplit(new AgentRefCollection(Weigh(given)));
    }

    /// <summary>Brings the weights to a total of 1, in proportion.</summary>
    /// <param name="agents">One or more agents with weights of any total; with none at all, equal parts.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidAgentSplit"/>: one of them has no part in the calls.</exception>
    internal static AgentSplit InProportion(IReadOnlyList<AgentRef> agents)
    {
        var total = agents.Sum(agent => agent.Weight.GetValueOrDefault());
        return total is 0m or 1m ? Create(agents) : Create(WithLastTakingTheRest(agents, agent => Cut(agent.Weight.GetValueOrDefault() / total)));
    }

    /// <summary>The same agents and versions with weights that differ by no more than the tolerance, in any order.</summary>
    public bool Equals(AgentSplit? other) =>
        other is not null
        && Agents.Count == other.Agents.Count
        && Agents.All(mine => other.Agents.Any(theirs =>
            string.Equals(mine.AgentId, theirs.AgentId, StringComparison.Ordinal)
            && mine.AgentVersion == theirs.AgentVersion
            && Math.Abs(mine.Weight.GetValueOrDefault() - theirs.Weight.GetValueOrDefault()) <= Tolerance));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AgentSplit);

    /// <inheritdoc/>
    public override int GetHashCode() => Agents.Aggregate(0, (hash, agent) => hash ^ StringComparer.Ordinal.GetHashCode(agent.AgentId));

    /// <summary>The agents with their weights, in text form.</summary>
    public override string ToString() => Agents.ToString();

    private static void RefuseDuplicates(AgentRef[] agents)
    {
        var seen = new HashSet<(string, int?)>();
        foreach (var agent in agents)
        {
            if (seen.Add((agent.AgentId, agent.AgentVersion))) continue;
            throw new UponAiException(UponAiError.InvalidAgentSplit,
                $"Agent '{new AgentRef(agent.AgentId, agent.AgentVersion)}' is given twice in '{Show(agents)}'; name it once, with its whole weight.");
        }
    }

    private static AgentRef[] Weigh(AgentRef[] agents)
    {
        var total = agents.Sum(agent => agent.Weight ?? 0m);
        var open = agents.Count(agent => agent.Weight is null);

        if (open == 0)
        {
            if (Math.Abs(total - 1m) > Tolerance) throw WrongTotal(agents, total, "Weights total 1 (100%). " + Fix(1m - total));
            return agents;
        }

        if (open == agents.Length) return EqualParts(agents);
        if (open > 1) throw WrongTotal(agents, total, "Give every agent a weight, all but one, or none.");
        if (total >= 1m - Tolerance) throw WrongTotal(agents, total, "Nothing is left for the agent without a weight.");
        return Array.ConvertAll(agents, agent => agent.Weight is null ? agent.WithWeight(1m - total) : agent);
    }

    private static AgentRef[] EqualParts(AgentRef[] agents)
    {
        var part = Cut(1m / agents.Length);
        return WithLastTakingTheRest(agents, _ => part);
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

    // A part too small for six decimals is kept as it is: cut, it would be nothing.
    private static decimal Cut(decimal part) => Math.Floor(part * PartScale) / PartScale is > 0m and var cut ? cut : part;

    private static UponAiException WrongTotal(AgentRef[] agents, decimal total, string rule) => new(
        UponAiError.InvalidAgentSplit,
        string.Format(CultureInfo.InvariantCulture, "The weights of '{0}' total {1:0.######} ({2:0.####}%). {3}", Show(agents), total, total * 100m, rule));

    private static string Fix(decimal missing) => string.Format(
        CultureInfo.InvariantCulture, "{0} a weight by {1:0.####%}, or leave one out: it takes the rest.", missing > 0m ? "Raise" : "Lower", Math.Abs(missing));

    private static string Show(AgentRef[] agents) => string.Join(";", agents.AsEnumerable());
}
