namespace UponAi;

/// <summary>
/// A change that removes agents from a number. The other agents stay, with their weights in proportion.
/// </summary>
internal sealed class AgentRemoval
{
    private readonly HashSet<AgentRef> found = [];

    private AgentRemoval(NumberAssignment assignment) => Assignment = assignment;

    /// <summary>Gets the change to send. The change is empty if the number has none of the agents.</summary>
    internal NumberAssignment Assignment { get; private set; }

    /// <summary>Gets the given agents that no chosen direction of the number has.</summary>
    internal IReadOnlyList<AgentRef> NotBound { get; private set; } = [];

    /// <summary>Creates the change.</summary>
    /// <param name="number">The number.</param>
    /// <param name="current">The current state of the number.</param>
    /// <param name="leaving">The agents to remove. A version counts if an agent has one; weights do not count.</param>
    /// <param name="inbound">True to remove the agents from the inbound direction.</param>
    /// <param name="outbound">True to remove the agents from the outbound direction.</param>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.InvalidResponse"/>: the platform does not report the agents of the number.
    /// <see cref="UponAiError.InvalidAgentSplit"/>: the remaining agents do not make a split.
    /// </exception>
    internal static AgentRemoval Create(
        NumberId number, PhoneNumber current, IReadOnlyList<AgentRef> leaving, bool inbound, bool outbound)
    {
        var removal = new AgentRemoval(new NumberAssignment { Number = number });
        if (inbound)
        {
            CheckIsReported(number, "inbound", current.ReportsInbound);
            removal.Assignment = removal.Assignment with { Inbound = removal.Remove(leaving, current.GetInbound()) };
        }

        if (outbound)
        {
            CheckIsReported(number, "outbound", current.ReportsOutbound);
            removal.Assignment = removal.Assignment with { Outbound = removal.Remove(leaving, current.GetOutbound()) };
        }

        removal.NotBound = [.. leaving.Where(agent => !removal.found.Contains(agent))];
        return removal;
    }

    private static void CheckIsReported(NumberId number, string direction, bool isReported)
    {
        if (isReported) return;
        throw new UponAiException(
            UponAiError.InvalidResponse,
            $"The platform's list does not show the {direction} agents of {number}, so no agent can be removed. "
            + "Assign the remaining agents instead.");
    }

    private Change<AgentSplit> Remove(IReadOnlyList<AgentRef> leaving, AgentRefCollection bound)
    {
        var remaining = bound;
        foreach (var agent in leaving)
        {
            if (bound.Any(agent.Covers)) found.Add(agent);
            remaining = remaining.Without(agent);
        }

        return remaining.Count == bound.Count ? Change.Unchanged<AgentSplit>()
            : remaining.Count == 0 ? Change.Clear<AgentSplit>()
            : Change.Set(AgentSplit.InProportion(remaining));
    }
}
