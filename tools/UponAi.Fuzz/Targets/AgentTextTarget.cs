using System.Text;

namespace UponAi.Fuzz.Targets;

/// <summary>
/// Fuzzes the text of agents. The text is refused, or its agents are written as text that reads back to the same
/// agents, also as a split.
/// </summary>
internal static class AgentTextTarget
{
    internal static void Take(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        if (Promise.Refused(
                () => AgentRefCollection.Parse(text),
                UponAiError.InvalidAgentRef,
                UponAiError.InvalidAgentSplit) is not { } agents)
            return;
        Promise.Holds(
            AgentRefCollection.Parse(agents.ToString()).SequenceEqual(agents),
            "The agents are not read back as what they are.");
        Promise.IsPlain(agents.ToDisplayString());

        if (Promise.Refused(() => AgentSplit.Create(agents), UponAiError.InvalidAgentSplit) is not { } split) return;
        Promise.Holds(
            Math.Abs(split.Agents.Sum(agent => agent.Weight.GetValueOrDefault()) - 1m) <= SplitMath.Tolerance,
            "The split does not total 1.");
        Promise.Holds(
            split.Agents.Select(agent => agent.AgentId).SequenceEqual(agents.Select(agent => agent.AgentId)),
            "The split has other agents.");
        Promise.Holds(
            AgentSplit.Create(AgentRefCollection.Parse(PlanText.Agents(split))).Equals(split),
            "The split is not read back as what it is.");
    }
}
