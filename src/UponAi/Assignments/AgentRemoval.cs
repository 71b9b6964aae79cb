namespace UponAi;

/// <summary>The change that takes agents away from a number and leaves the others, their weights in proportion.</summary>
internal sealed class AgentRemoval
{
    private readonly HashSet<AgentRef> found = [];

    private AgentRemoval(NumberAssignment assignment) => Assignment = assignment;

    /// <summary>What to send; empty where none of the agents is bound.</summary>
    internal NumberAssignment Assignment { get; private set; }

    /// <summary>Those of the agents that are bound nowhere where they were looked for.</summary>
    internal IReadOnlyList<AgentRef> NotBound { get; private set; } = [];

    /// <param name="number">The number.</param>
    /// <param name="current">What it has.</param>
    /// <param name="leaving">The agents; a version counts where there is one, weights do not.</param>
    /// <param name="inbound">Whether they no longer take calls.</param>
    /// <param name="outbound">Whether they no longer make calls.</param>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.InvalidResponse"/>: the platform does not say whom the number has; <see cref="UponAiError.InvalidAgentSplit"/>: those that remain make no split.
    /// </exception>
    internal static AgentRemoval From(NumberId number, PhoneNumber current, IReadOnlyList<AgentRef> leaving, bool inbound, bool outbound)
    {
        var removal = new AgentRemoval(new NumberAssignment { Number = number });
        if (inbound) removal.Assignment = removal.Assignment with { Inbound = removal.Remaining(number, leaving, current.ReportsInbound, current.GetInbound(), "takes calls") };
        if (outbound) removal.Assignment = removal.Assignment with { Outbound = removal.Remaining(number, leaving, current.ReportsOutbound, current.GetOutbound(), "makes calls") };
        removal.NotBound = [.. leaving.Where(agent => !removal.found.Contains(agent))];
        return removal;
    }

    private Change<AgentSplit> Remaining(NumberId number, IReadOnlyList<AgentRef> leaving, bool isSaid, AgentRefCollection bound, string whatTheyDo)
    {
        if (!isSaid)
            throw new UponAiException(UponAiError.InvalidResponse, $"The platform's list does not say who {whatTheyDo}, so that nobody can be taken away from {number}. Set who is to remain with Set-UponAiNumberAssignment.");
        var remaining = bound;
        foreach (var agent in leaving)
        {
            if (SplitMath.Without(bound, agent).Count < bound.Count) found.Add(agent);
            remaining = SplitMath.Without(remaining, agent);
        }

        return remaining.Count == bound.Count ? Change.Unchanged<AgentSplit>()
            : remaining.Count == 0 ? Change.Clear<AgentSplit>()
            : Change.Set(AgentSplit.InProportion(remaining));
    }
}
