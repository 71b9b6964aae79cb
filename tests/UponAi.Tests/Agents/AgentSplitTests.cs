namespace UponAi.Tests;

public class AgentSplitTests
{
    [Theory]
    [InlineData("agent_a", "agent_a=1")]
    [InlineData("agent_a@0", "agent_a@0=1")]
    [InlineData("agent_a=1", "agent_a=1")]
    [InlineData("agent_a=100%", "agent_a=1")]
    public void One_agent_alone_weighs_1(string given, string split)
    {
        Assert.Equal(split, Split(given).ToString());
    }

    [Theory]
    [InlineData("agent_a=0.5", "total 0.5 (50%)", "Raise a weight by 50%")]
    [InlineData("agent_a=0.999", "total 0.999 (99.9%)", "Raise a weight by 0.1%")]
    public void One_agent_alone_with_less_is_refused_and_the_sum_and_the_fix_are_shown(
        string given, string sum, string fix)
    {
        AssertRefused(given,
            $"The weights of '{given}' {sum}. Weights total 1 (100%). {fix}, or leave out one weight: its "
            + "agent takes the rest. If you wrote more agents after ';', put the whole text in quotation marks.");
    }

    [Theory]
    [InlineData("agent_a;agent_b", "agent_a=0.5;agent_b=0.5")]
    [InlineData("agent_a;agent_b;agent_c", "agent_a=0.333333;agent_b=0.333333;agent_c=0.333334")]
    [InlineData("agent_a;agent_b;agent_c;agent_d", "agent_a=0.25;agent_b=0.25;agent_c=0.25;agent_d=0.25")]
    public void Agents_without_weights_take_equal_parts(string given, string split)
    {
        Assert.Equal(split, Split(given).ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public void Equal_parts_total_exactly_1(int count)
    {
        var agents = EqualParts(count);

        Assert.Equal(count, agents.Count);
        Assert.Equal(1m, agents.Sum(agent => agent.Weight));
        Assert.All(agents, agent => Assert.InRange(agent.Weight!.Value, 1m / count - 0.00001m, 1m / count + 0.00001m));
    }

    [Fact]
    public void Equal_parts_are_parts_however_many_agents_there_are()
    {
        Assert.All(Enumerable.Range(1, 300).Append(1463).Append(1999), count =>
        {
            var agents = EqualParts(count);

            Assert.Equal(1m, agents.Sum(agent => agent.Weight));
            Assert.All(agents, agent => Assert.InRange(agent.Weight!.Value, 0.000001m, 1m));
        });
    }

    [Theory]
    [InlineData("agent_a=90%;agent_b", "agent_a=0.9;agent_b=0.1")]
    [InlineData("agent_a;agent_b=0.25;agent_c=0.25", "agent_a=0.5;agent_b=0.25;agent_c=0.25")]
    [InlineData("agent_a@3;agent_b=1%", "agent_a@3=0.99;agent_b=0.01")]
    public void The_one_agent_without_a_weight_takes_the_rest_in_its_place(string given, string split)
    {
        Assert.Equal(split, Split(given).ToString());
    }

    [Theory]
    [InlineData("agent_a=1;agent_b", "total 1 (100%)")]
    [InlineData("agent_a=0.7;agent_b=0.7;agent_c", "total 1.4 (140%)")]
    [InlineData("agent_a=0.333333;agent_b=0.333333;agent_c=0.333333;agent_d", "total 0.999999 (99.9999%)")]
    [InlineData("agent_a=0.5;agent_b=0.4999999;agent_c", "total 1 (100%)")]
    public void A_split_that_leaves_no_weight_for_the_last_agent_is_refused(string given, string sum)
    {
        AssertRefused(given, $"The weights of '{given}' {sum}. Nothing is left for the agent without a weight.");
    }

    [Fact]
    public void Two_agents_without_a_weight_beside_one_with_are_refused()
    {
        AssertRefused(
            "agent_a=0.5;agent_b;agent_c",
            "The weights of 'agent_a=0.5;agent_b;agent_c' total 0.5 (50%). Give every agent a weight, all but one, or "
            + "none.");
    }

    [Theory]
    [InlineData("agent_a=0.9;agent_b=0.1")]
    [InlineData("agent_a=0.333333;agent_b=0.333333;agent_c=0.333333")]
    [InlineData("agent_a=0.5;agent_b=0.499999")]
    [InlineData("agent_a=0.5;agent_b=0.500001")]
    public void Weights_that_total_1_within_a_millionth_stay_as_given(string given)
    {
        Assert.Equal(given, Split(given).ToString());
    }

    [Theory]
    [InlineData("agent_a=0.5;agent_b=0.4999989", "total 0.999999 (99.9999%)", "Raise a weight by 0.0001%")]
    [InlineData("agent_a=0.5;agent_b=0.5000011", "total 1.000001 (100.0001%)", "Lower a weight by 0.0001%")]
    [InlineData("agent_a=0.9;agent_b=0.2", "total 1.1 (110%)", "Lower a weight by 10%")]
    [InlineData("agent_a=0.9;agent_b=0.05", "total 0.95 (95%)", "Raise a weight by 5%")]
    [InlineData("agent_a=1;agent_b=1", "total 2 (200%)", "Lower a weight by 100%")]
    public void Weights_that_total_anything_else_are_refused_and_the_sum_and_the_fix_are_shown(
        string given, string sum, string fix)
    {
        AssertRefused(given,
            $"The weights of '{given}' {sum}. Weights total 1 (100%). {fix}, or leave out one weight: its "
            + "agent takes the rest.");
    }

    [Theory]
    [InlineData("agent_a;agent_a", "'agent_a' occurs twice")]
    [InlineData("agent_a@3=0.5;agent_b=0.25;agent_a@3=0.25", "'agent_a@3' occurs twice")]
    public void The_same_agent_in_the_same_version_twice_is_refused(string given, string why)
    {
        AssertRefused(given, $"Agent {why} in '{given}'. Give the agent once, with its whole weight.");
    }

    [Theory]
    [InlineData("agent_a@3;agent_a@4")]
    [InlineData("agent_a;agent_a@4")]
    [InlineData("agent_a;agent_a@0")]
    [InlineData("agent_a;Agent_a")]
    public void Two_versions_of_an_agent_or_two_agents_whose_ids_differ_by_case_make_a_split(string given)
    {
        Assert.Equal(2, Split(given).Agents.Count);
    }

    [Fact]
    public void No_agents_are_refused_and_clearing_is_named()
    {
        var refusal = Assert.Throws<UponAiException>(() => AgentSplit.Create([]));

        Assert.Equal("UponAi.InvalidAgentSplit", refusal.ErrorId);
        Assert.Equal(
            "A split needs at least one agent. To remove the agents of a direction, clear the direction.",
            refusal.Message);
        Assert.Throws<ArgumentNullException>(() => AgentSplit.Create(null!));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_missing_agent_among_others_is_refused_and_counted(int place)
    {
        AgentRef[] agents = [new("agent_a"), new("agent_b")];
        agents[place - 1] = null!;

        var refusal = Assert.Throws<UponAiException>(() => AgentSplit.Create(agents));

        Assert.Equal("UponAi.InvalidAgentRef", refusal.ErrorId);
        Assert.Equal($"Agent {place} of 2 is $null. Give an agent id, such as agent_d3c2df14e163c7ca8ac5b1bf38.",
            refusal.Message);
    }

    [Fact]
    public void A_reported_state_is_validated_before_it_is_sent()
    {
        var weightless = Assert.Throws<UponAiException>(
            () => AgentSplit.Create([AgentRef.FromPlatform("agent_a", null, 0m)]));
        var nameless = Assert.Throws<UponAiException>(() => AgentSplit.Create([AgentRef.FromPlatform("", null, null)]));

        // The weights total 1.
        var negative = Assert.Throws<UponAiException>(() => AgentSplit.Create(
            [AgentRef.FromPlatform("agent_a", null, -0.5m), AgentRef.FromPlatform("agent_b", null, 1.5m)]));

        Assert.Equal("UponAi.InvalidAgentSplit", weightless.ErrorId);
        Assert.Equal("UponAi.InvalidAgentRef", nameless.ErrorId);
        Assert.Equal("UponAi.InvalidAgentSplit", negative.ErrorId);
    }

    [Fact]
    public void A_split_keeps_its_agents_when_the_list_it_came_from_changes()
    {
        var given = new[] { new AgentRef("agent_a", null, 1m) };
        var split = AgentSplit.Create(given);

        given[0] = new AgentRef("agent_b", null, 1m);

        Assert.Equal("agent_a=1", split.ToString());
    }

    [Theory]
    [InlineData("agent_a=0.9;agent_b=0.1", "agent_b=0.1;agent_a=0.9")]
    [InlineData("agent_a@1;agent_a@2;agent_b", "agent_b;agent_a@2;agent_a@1")]
    [InlineData("agent_a;agent_b", "agent_b=50%;agent_a=50%")]
    [InlineData("agent_a", "agent_a=1")]
    [InlineData("agent_a=0.5;agent_b=0.5", "agent_a=0.500001;agent_b=0.499999")]
    public void Splits_are_equal_in_any_order_and_within_a_millionth(string left, string right)
    {
        Assert.True(Split(left).Equals((object)Split(right)));
        Assert.True(Split(right).Equals(Split(left)));
        Assert.Equal(Split(left).GetHashCode(), Split(right).GetHashCode());
    }

    [Theory]
    [InlineData("agent_a", "agent_b")]
    [InlineData("agent_a", "agent_a@0")]
    [InlineData("agent_a", "agent_a;agent_b")]
    [InlineData("agent_a=0.9;agent_b=0.1", "agent_a=0.1;agent_b=0.9")]
    [InlineData("agent_a@1;agent_b", "agent_a@2;agent_b")]
    [InlineData("agent_a=0.5;agent_b=0.5", "agent_a=0.5000011;agent_b=0.4999989")]
    public void Splits_differ_by_agents_versions_and_weights(string left, string right)
    {
        Assert.NotEqual(Split(left), Split(right));
        Assert.NotEqual(Split(right), Split(left));
    }

    [Fact]
    public void A_split_equals_nothing_but_a_split()
    {
        Assert.False(Split("agent_a").Equals(null));
        Assert.False(Split("agent_a").Equals((object)"agent_a=1"));
    }

    private static AgentSplit Split(string agents) => AgentSplit.Create(AgentRefCollection.Parse(agents));

    private static AgentRefCollection EqualParts(int count) =>
        AgentSplit.Create(Enumerable.Range(0, count).Select(i => new AgentRef("agent_" + i))).Agents;

    private static void AssertRefused(string agents, string message)
    {
        var refusal = Assert.Throws<UponAiException>(() => Split(agents));

        Assert.Equal("UponAi.InvalidAgentSplit", refusal.ErrorId);
        Assert.Equal(message, refusal.Message);
    }
}
