namespace UponAi.Tests;

public class AgentRefTests
{
    [Fact]
    public void Holds_what_it_was_given()
    {
        var agent = new AgentRef("agent_a", 3, 0.9m);

        Assert.Equal("agent_a", agent.AgentId);
        Assert.Equal(3, agent.AgentVersion);
        Assert.Equal(0.9m, agent.Weight);
    }

    [Fact]
    public void Needs_no_version_and_no_weight()
    {
        var agent = new AgentRef("agent_a");

        Assert.Null(agent.AgentVersion);
        Assert.Null(agent.Weight);
    }

    [Theory]
    [InlineData(null, "The agent id is empty")]
    [InlineData("", "The agent id is empty")]
    [InlineData("agent a", "'agent a' contains a space")]
    [InlineData("agent_a;agent_b", "contains ';'")]
    [InlineData("agent_a@3", "contains '@'")]
    [InlineData("agent_a=1", "contains '='")]
    [InlineData("agent/../a", "contains '/'")]
    [InlineData("\u0430gent_a", "contains '\u0430'")]
    [InlineData("agent_a\u200b", "contains the invisible character U+200B")]
    [InlineData("agent_a\n", "contains the invisible character U+000A")]
    public void Refuses_an_id_that_no_agent_can_have(string? id, string why)
    {
        var refusal = Assert.Throws<UponAiException>(() => new AgentRef(id!));

        Assert.Equal("UponAi.InvalidAgentRef", refusal.ErrorId);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rule_of_ids_and_the_separator_of_agents_are_named() => Assert.Equal(
        "Agent id 'agent/a' contains '/'. An agent id has letters, digits, '_', '-', '.' and ':'. "
        + "Separate several agents by ';', as in agent_a=90%;agent_b=10%.",
        Assert.Throws<UponAiException>(() => new AgentRef("agent/a")).Message);

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    public void Refuses_the_word_that_clears_as_an_id(string id)
    {
        var refusal = Assert.Throws<UponAiException>(() => new AgentRef(id));

        Assert.Equal("UponAi.InvalidAgentRef", refusal.ErrorId);
        Assert.Equal(
            $"'{id}' is not an agent id. The word removes the agents of a direction, and stands alone.",
            refusal.Message);
    }

    [Fact]
    public void An_id_may_hold_letters_digits_and_four_marks()
    {
        Assert.Equal("Agent-1.x:y_Z", new AgentRef("Agent-1.x:y_Z").AgentId);
        Assert.Equal("azAZ09", new AgentRef("azAZ09").AgentId);
    }

    [Fact]
    public void Refuses_a_negative_version_and_says_how_to_ask_for_the_latest()
    {
        var refusal = Assert.Throws<UponAiException>(() => new AgentRef("agent_a", -1));

        Assert.Equal("UponAi.InvalidAgentRef", refusal.ErrorId);
        Assert.Equal(
            "Agent 'agent_a' has version -1. A version is 0 or more. Leave out the version for the latest.",
            refusal.Message);
    }

    [Theory]
    [InlineData("0", "has weight 0.", "To send an agent no calls, leave it out.")]
    [InlineData("-0.5", "has weight -0.5.", "To send an agent no calls, leave it out.")]
    [InlineData("50", "has weight 50.", "Did you mean 50%, which is 0.5?")]
    [InlineData("33.3", "has weight 33.3.", "Did you mean 33.3%, which is 0.333?")]
    [InlineData("100", "has weight 100.", "Did you mean 100%, which is 1?")]
    [InlineData("1.0000001", "has weight 1.0000001.", "Did you mean 1.0000001%, which is 0.010000001?")]
    [InlineData("-0.0000001", "has weight -0.0000001.", "To send an agent no calls, leave it out.")]
    [InlineData("101", "has weight 101.", "To send an agent no calls, leave it out.")]
    public void Refuses_a_weight_outside_0_to_1_and_guesses_what_was_meant(string weight, string value, string fix)
    {
        var refusal = Assert.Throws<UponAiException>(() => new AgentRef("agent_a", null, Number(weight)));

        Assert.Equal("UponAi.InvalidAgentSplit", refusal.ErrorId);
        Assert.Contains("Agent 'agent_a' " + value, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("A weight is a fraction above 0 and at most 1, such as 0.5, or a percentage, such as 50%.",
            refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(fix, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reported_state_is_not_validated()
    {
        var agent = AgentRef.FromPlatform("agent a", 0, 0m);

        Assert.Equal("agent a", agent.AgentId);
        Assert.Equal(0, agent.AgentVersion);
        Assert.Equal(0m, agent.Weight);
    }

    [Fact]
    public void Another_weight_makes_another_agent_and_leaves_the_first_alone()
    {
        var agent = new AgentRef("agent_a", 3, 0.9m);

        Assert.Equal(new AgentRef("agent_a", 3, 0.1m), agent.WithWeight(0.1m));
        Assert.Equal(new AgentRef("agent_a", 3), agent.WithWeight(null));
        Assert.Equal(0.9m, agent.Weight);
    }

    [Fact]
    public void Another_weight_is_checked_like_the_first()
    {
        var agent = AgentRef.FromPlatform("agent_a", null, 0m);

        var refusal = Assert.Throws<UponAiException>(() => agent.WithWeight(2m));

        Assert.Equal("UponAi.InvalidAgentSplit", refusal.ErrorId);
    }

    [Fact]
    public void Agents_are_equal_by_value_however_the_weight_was_written()
    {
        var agent = new AgentRef("agent_a", 3, 0.5m);
        object same = new AgentRef("agent_a", 3, 0.50m);

        Assert.True(agent.Equals(same));
        Assert.Equal(agent.GetHashCode(), same.GetHashCode());
    }

    [Theory]
    [InlineData("agent_b@3=0.5")]
    [InlineData("AGENT_A@3=0.5")]
    [InlineData("agent_a@4=0.5")]
    [InlineData("agent_a=0.5")]
    [InlineData("agent_a@3=0.6")]
    [InlineData("agent_a@3")]
    public void Agents_differ_by_id_version_and_weight(string other)
    {
        Assert.NotEqual(AgentRef.Parse("agent_a@3=0.5"), AgentRef.Parse(other));
    }

    [Fact]
    public void Version_0_differs_from_no_version()
    {
        Assert.NotEqual(new AgentRef("agent_a"), new AgentRef("agent_a", 0));
    }

    [Fact]
    public void An_agent_equals_nothing_but_an_agent()
    {
        var agent = new AgentRef("agent_a");

        Assert.False(agent.Equals(null));
        Assert.False(agent.Equals((object)"agent_a"));
    }

    [Theory]
    [InlineData("agent_a", "agent_a")]
    [InlineData("agent_a@0", "agent_a@0")]
    [InlineData("agent_a@3=0.9", "agent_a@3 90%")]
    [InlineData("agent_a=0.333333", "agent_a 33.3333%")]
    [InlineData("agent_a=1", "agent_a 100%")]
    public void People_see_a_percentage(string text, string shown)
    {
        Assert.Equal(shown, AgentRef.Parse(text).ToDisplayString());
    }

    [Fact]
    public void People_see_a_weight_of_0_and_no_escape_sequences()
    {
        Assert.Equal("agent_a 0%", AgentRef.FromPlatform("agent\u001b[31m_a", null, 0m).ToDisplayString());
    }

    [Fact]
    public void People_see_whatever_weight_the_platform_reports()
    {
        Assert.Equal("agent_a 7922816251426433759354395033500%",
            AgentRef.FromPlatform("agent_a", null, decimal.MaxValue).ToDisplayString());
        Assert.Equal("agent_a -50%", AgentRef.FromPlatform("agent_a", null, -0.5m).ToDisplayString());
    }

    [Theory]
    [InlineData(null, "agent_a")]
    [InlineData(0, "agent_a@0")]
    [InlineData(3, "agent_a@3")]
    public void A_listed_agent_is_shown_as_an_AgentRef_is_written(int? version, string text)
    {
        var agent = new Agent("agent_a", version, "Reception", DateTimeOffset.UnixEpoch);

        Assert.Equal(text, agent.ToString());
        Assert.Equal(("agent_a", version, "Reception", DateTimeOffset.UnixEpoch),
            (agent.AgentId, agent.AgentVersion, agent.Name, agent.UpdatedAt));
    }

    private static decimal Number(string text) =>
        decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
