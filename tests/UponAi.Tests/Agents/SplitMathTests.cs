namespace UponAi.Tests;

public class SplitMathTests
{
    [Theory]
    [InlineData("a=0.5;b=0.3;c=0.2", "a", "b=0.6;c=0.4")]
    [InlineData("a=0.1;b=0.6;c=0.3", "a", "b=0.666666;c=0.333334")]
    [InlineData("a=0.9;b=0.1", "a", "b=1")]
    [InlineData("a@1=0.5;a@2=0.25;b=0.25", "a@1", "a@2=0.5;b=0.5")]
    [InlineData("a@1=0.5;a@2=0.25;b=0.25", "a", "b=1")]
    [InlineData("a;b;c", "c", "a=0.5;b=0.5")]
    [InlineData("a=0.5;b=0.3;c", "a", "b=0.6;c=0.4")]
    [InlineData("a=0.5;b", "c", "a=0.5;b")]
    [InlineData("a@3=0.5;b=0.5", "a@4", "a@3=0.5;b=0.5")]
    [InlineData("a=0.5;b=0.5", "a@3", "a=0.5;b=0.5")]
    [InlineData("a=0.5;b=0.5", "A", "a=0.5;b=0.5")]
    [InlineData("a=0.5;b=0.0000001;c=0.4999999", "c", "a=0.999999;b=0.000001")]
    [InlineData("a=0.5;b=0.0000001;c=0.4999999", "a", "b=0.0000002;c=0.9999998")]
    public void The_remaining_agents_keep_their_proportions(string present, string leaving, string remaining)
    {
        var left = AgentRefCollection.Parse(present).Without(AgentRef.Parse(leaving));

        var split = left.ToString() == present ? left : AgentSplit.InProportion(left).Agents;

        Assert.Equal(remaining, split.ToString());
    }

    [Theory]
    [InlineData("a=1", "a")]
    [InlineData("a@1=0.5;a@2=0.5", "a")]
    public void A_removal_may_leave_no_agent(string present, string leaving) =>
        Assert.Empty(AgentRefCollection.Parse(present).Without(AgentRef.Parse(leaving)));

    [Fact]
    public void The_parts_that_remain_total_exactly_1()
    {
        var weights = new[] { 0.07m, 0.11m, 0.13m, 0.17m, 0.19m, 0.33m };
        var present = new AgentRefCollection(
            [.. weights.Select((weight, i) => new AgentRef($"agent_{i}", null, weight))]);

        for (var i = 0; i < weights.Length; i++)
        {
            var rest = AgentSplit.InProportion(present.Without(new AgentRef($"agent_{i}"))).Agents;

            Assert.Equal(1m, rest.Sum(agent => agent.Weight));
            Assert.All(rest, agent => Assert.InRange(agent.Weight!.Value - weights[int.Parse(
                agent.AgentId[6..], null)] / (1m - weights[i]), -0.00001m, 0.00001m));
        }
    }

    [Fact]
    public void Weights_of_another_total_are_brought_to_1() =>
        Assert.Equal("a=0.9;b=0.1", AgentSplit.InProportion(Reported(("a", 90m), ("b", 10m))).ToString());

    [Fact]
    public void An_agent_that_takes_no_calls_has_no_part_to_be_brought_to_1()
    {
        var refusal = Assert.Throws<UponAiException>(() => AgentSplit.InProportion(Reported(("a", 0m), ("b", 0.5m))));
        // The last agent takes the rest that rounding leaves.
        var ofTheLast = Assert.Throws<UponAiException>(
            () => AgentSplit.InProportion(Reported(("b", 0.1m), ("c", 0.6m), ("a", 0m))));

        Assert.Equal(refusal.Message, ofTheLast.Message);
        Assert.Equal(
            "Agent 'a' has weight 0. A weight is a fraction above 0 and at most 1, such as 0.5, or a percentage, such "
            + "as 50%. To send an agent no calls, leave it out.", refusal.Message);
    }

    [Theory]
    [InlineData("a=1", 0.1, "a=0.9;new=0.1")]
    [InlineData("a", 0.1, "a=0.9;new=0.1")]
    [InlineData("a=1", 1, "new=1")]
    [InlineData("a=0.8;b=0.2", 0.25, "a=0.6;b=0.2;new=0.2")]
    [InlineData("a=0.5;new=0.5", 0.5, "a=0.25;new=0.75")]
    [InlineData("a=0.5;new=0.5", 1, "new=1")]
    [InlineData("a@1=0.5;a@2=0.5", 0.5, "a@1=0.25;a@2=0.25;new=0.5")]
    [InlineData("new@1=0.5;a=0.5", 0.5, "new@1=0.5;a=0.25;new=0.25")]
    [InlineData("b=1", 0.5, "b=1")]
    public void A_share_moves_from_one_agent_to_another(string present, double part, string after) =>
        Assert.Equal(after, AgentRefCollection.Parse(present)
            .MoveShare(new AgentRef("a"), new AgentRef("new"), (decimal)part).ToString());

    [Fact]
    public void A_share_moves_between_versions_of_one_agent() =>
        Assert.Equal("a@2=0.75;a@3=0.25", AgentRefCollection.Parse("a@2")
            .MoveShare(new AgentRef("a", 2), new AgentRef("a", 3), 0.25m).ToString());

    [Theory]
    [InlineData("a", "new", 0.1, "a=0.9;new=0.1")]
    [InlineData("a", "new", 1, "new=1")]
    [InlineData("a", "b", 0.1, "a=0.9;b=0.1")]
    public void An_agent_with_weight_0_is_not_in_the_new_split(string from, string to, double part, string after) =>
        Assert.Equal(after, Reported(("b", 0m), ("a", 1m))
            .MoveShare(new AgentRef(from), new AgentRef(to), (decimal)part).ToString());

    [Fact]
    public void A_missing_weight_counts_beside_an_agent_with_weight_0() =>
        Assert.Equal(
            "a=0.9;new=0.1",
            new AgentRefCollection([new AgentRef("a"), AgentRef.FromPlatform("b", null, 0m)])
                .MoveShare(new AgentRef("a"), new AgentRef("new"), 0.1m).ToString());

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    public void An_agent_with_weight_0_has_nothing_to_move(double part)
    {
        var agents = Reported(("a", 1m), ("b", 0m));

        Assert.Same(agents, agents.MoveShare(new AgentRef("b"), new AgentRef("new"), (decimal)part));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(10)]
    public void A_part_is_a_fraction(double part)
    {
        var refusal = Assert.Throws<UponAiException>(
            () => AgentRefCollection.Parse("a").MoveShare(new AgentRef("a"), new AgentRef("b"), (decimal)part));

        Assert.Equal("UponAi.InvalidAgentSplit", refusal.ErrorId);
        Assert.EndsWith("The part is a fraction above 0 and at most 1, such as 0.1 for a tenth.", refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Both_agents_of_a_move_are_required()
    {
        var agents = AgentRefCollection.Parse("a");

        Assert.Throws<ArgumentNullException>("from", () => agents.MoveShare(null!, new AgentRef("a"), 1m));
        Assert.Throws<ArgumentNullException>("to", () => agents.MoveShare(new AgentRef("a"), null!, 1m));
    }

    [Fact]
    public void An_agent_gives_nothing_to_itself()
    {
        var refusal = Assert.Throws<UponAiException>(
            () => AgentRefCollection.Parse("a@3").MoveShare(new AgentRef("a"), new AgentRef("a", 3, 0.5m), 0.5m));

        Assert.Equal(
            "The share of 'a' cannot move to 'a@3', because both are the same agent. Give different versions.",
            refusal.Message);
    }

    private static AgentRefCollection Reported(params (string Id, decimal Weight)[] agents) =>
        new([.. agents.Select(agent => AgentRef.FromPlatform(agent.Id, null, agent.Weight))]);
}
