using CsCheck;

namespace UponAi.Tests;

/// <summary>Tests rules that hold for all agents and splits.</summary>
public sealed class AgentPropertyTests
{
    // The first letter begins no placeholder, such as NULL or N/A.
    private static readonly Gen<string> Id = Gen.String[Gen.Char["abcXYZ019_-.:"], 0, 29].Select(id => "x" + id);

    // The smallest weight has only the last of the 28 decimal places.
    private static readonly Gen<decimal> Weight = Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[0, 22], (part, zeros) =>
        part / 1_000_000m / Enumerable.Repeat(10m, zeros).Aggregate(1m, (a, b) => a * b));

    private static readonly Gen<AgentRef> Agent = Gen.Select(Id, Gen.Nullable(Gen.Int[0, int.MaxValue]),
        Gen.Nullable(Weight), (id, version, weight) => new AgentRef(id, version, weight));

    [Fact]
    public void The_text_of_agents_is_read_back_to_equal_agents() => Agent.Array[1, 8].Sample(agents =>
        AgentRefCollection.Parse(new AgentRefCollection(agents).ToString()).SequenceEqual(agents));

    [Fact]
    public void Text_of_any_kind_is_agents_or_refused_and_never_anything_else() =>
        RandomText.Any("agent_a@=;%.0123456789 ").Sample(text =>
    {
        if (RandomText.Refused(() => AgentRefCollection.Parse(text), UponAiError.InvalidAgentRef,
            UponAiError.InvalidAgentSplit) is not { } agents) return true;
        return AgentRefCollection.Parse(agents.ToString()).SequenceEqual(agents);
    });

    [Fact]
    public void Weights_that_are_worked_out_total_1_and_leave_nobody_out() => Gen.Int[1, 500].Sample(count =>
    {
        var split = AgentSplit.Create(Enumerable.Range(0, count).Select(i => new AgentRef($"agent_{i}")));
        return split.Agents.Sum(agent => agent.Weight) == 1m && split.Agents.All(agent => agent.Weight > 0m);
    });

    [Fact]
    public void A_split_is_refused_or_totals_1_and_is_read_back_to_itself() => Agent.Array[1, 6].Sample(agents =>
    {
        if (RandomText.Refused(() => AgentSplit.Create(agents), UponAiError.InvalidAgentSplit,
            UponAiError.InvalidAgentRef) is not { } split) return true;
        var total = split.Agents.Sum(agent => agent.Weight!.Value);
        return Math.Abs(total - 1m) <= SplitMath.Tolerance
            && split.Agents.Select(agent => agent.AgentId).SequenceEqual(agents.Select(agent => agent.AgentId))
            && AgentSplit.Create(AgentRefCollection.Parse(split.ToString())).Equals(split);
    });
}
