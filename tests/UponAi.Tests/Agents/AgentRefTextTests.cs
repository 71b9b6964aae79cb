namespace UponAi.Tests;

public class AgentRefTextTests
{
    [Theory]
    [InlineData("agent_a", null, null)]
    [InlineData("agent_a@0", 0, null)]
    [InlineData("agent_a@3", 3, null)]
    [InlineData("agent_a@2147483647", int.MaxValue, null)]
    [InlineData("agent_a=0.9", null, "0.9")]
    [InlineData("agent_a@3=0.9", 3, "0.9")]
    [InlineData("agent_a@3=90%", 3, "0.9")]
    [InlineData("agent_a=1", null, "1")]
    [InlineData("agent_a=100%", null, "1")]
    [InlineData("agent_a=1%", null, "0.01")]
    [InlineData("agent_a=33.3333%", null, "0.333333")]
    [InlineData("agent_a=.5", null, "0.5")]
    [InlineData("agent_a=+0.5", null, "0.5")]
    [InlineData("agent_a= 50 %", null, "0.5")]
    [InlineData("  agent_a @ 3 = 50% ", 3, "0.5")]
    public void Reads_id_version_and_weight(string text, int? version, string? weight)
    {
        var agent = AgentRef.Parse(text);

        Assert.Equal("agent_a", agent.AgentId);
        Assert.Equal(version, agent.AgentVersion);
        Assert.Equal(weight is null
            ? null : decimal.Parse(weight, System.Globalization.CultureInfo.InvariantCulture), agent.Weight);
    }

    [Theory]
    [InlineData("agent_a")]
    [InlineData("agent_a@0")]
    [InlineData("agent_a=0.5")]
    [InlineData("agent_a@3=0.9")]
    [InlineData("agent_a=1")]
    [InlineData("agent_a@12=0.3333333333333333333333333333")]
    [InlineData("agent_a=0.0000000000000000000000000001")]
    public void Writes_the_text_that_it_reads(string text)
    {
        var agent = AgentRef.Parse(text);

        Assert.Equal(text, agent.ToString());
        Assert.Equal(agent, AgentRef.Parse(agent.ToString()));
    }

    [Theory]
    [InlineData("agent_a=90%", "agent_a=0.9")]
    [InlineData("agent_a=0.500", "agent_a=0.5")]
    [InlineData("agent_a@003", "agent_a@3")]
    public void Writes_a_weight_as_the_shortest_fraction_and_a_version_without_zeros(string text, string written)
    {
        Assert.Equal(written, AgentRef.Parse(text).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("@3")]
    [InlineData("=0.5")]
    public void Refuses_text_without_an_id(string? text)
    {
        var refusal = Assert.Throws<UponAiException>(() => AgentRef.Parse(text!));

        Assert.Equal("UponAi.InvalidAgentRef", refusal.ErrorId);
        Assert.Contains("The agent id is empty", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agent_a@", "")]
    [InlineData("agent_a@3@4", "3@4")]
    [InlineData("agent_a@-1", "-1")]
    [InlineData("agent_a@+3", "+3")]
    [InlineData("agent_a@1.0", "1.0")]
    [InlineData("agent_a@1e3", "1e3")]
    [InlineData("agent_a@0x3", "0x3")]
    [InlineData("agent_a@v3", "v3")]
    [InlineData("agent_a@latest", "latest")]
    [InlineData("agent_a@\uff13", "\uff13")]
    [InlineData("agent_a@\u0663", "\u0663")]
    [InlineData("agent_a@2147483648", "2147483648")]
    [InlineData("agent_a@3\0", "3")]
    public void Refuses_a_version_that_is_no_whole_number(string text, string version)
    {
        var refusal = Assert.Throws<UponAiException>(() => AgentRef.Parse(text));

        Assert.Equal("UponAi.InvalidAgentRef", refusal.ErrorId);
        Assert.Equal(
            $"'{DisplayText.Sanitize(text)}': the version '{version}' is not a whole number from 0. Write agent_id@3, "
            + "or leave out @\u2026 for the latest.", refusal.Message);
    }

    [Theory]
    [InlineData("agent_a=", "")]
    [InlineData("agent_a=%", "%")]
    [InlineData("agent_a=0.5=0.5", "0.5=0.5")]
    [InlineData("agent_a=0.5@3", "0.5@3")]
    [InlineData("agent_a=1e-1", "1e-1")]
    [InlineData("agent_a=50%%", "50%%")]
    [InlineData("agent_a=%50", "%50")]
    [InlineData("agent_a=half", "half")]
    [InlineData("agent_a=1/2", "1/2")]
    [InlineData("agent_a=0.5.5", "0.5.5")]
    [InlineData("agent_a=(0.5)", "(0.5)")]
    [InlineData("agent_a=\uff15\uff10%", "\uff15\uff10%")]
    [InlineData("agent_a=\u0660.\u0665", "\u0660.\u0665")]
    [InlineData("agent_a=NaN", "NaN")]
    [InlineData("agent_a=99999999999999999999999999999999", "99999999999999999999999999999999")]
    [InlineData("agent_a=0.5\0", "0.5")]
    [InlineData("agent_a=50\0%", "50%")]
    public void Refuses_a_weight_that_is_no_number(string text, string weight)
    {
        var refusal = Assert.Throws<UponAiException>(() => AgentRef.Parse(text));

        Assert.Equal("UponAi.InvalidAgentSplit", refusal.ErrorId);
        Assert.Equal(
            $"'{DisplayText.Sanitize(text)}': the weight '{weight}' is neither a fraction, such as 0.5, nor a "
            + "percentage, such as 50%.", refusal.Message);
    }

    [Theory]
    [InlineData("agent_a=0,5")]
    [InlineData("agent_a=33,3%")]
    [InlineData("agent_a=1,000")]
    [InlineData("agent_a=,5")]
    public void A_decimal_comma_is_refused_and_named(string text)
    {
        var refusal = Assert.Throws<UponAiException>(() => AgentRef.Parse(text));

        Assert.Equal("UponAi.InvalidAgentSplit", refusal.ErrorId);
        Assert.EndsWith("The decimal mark is a point.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agent_sales=50%,agent_night=50%")]
    [InlineData("agent_sales=50%, agent_night")]
    [InlineData("agent_sales=0,5,agent_night=0,5")]
    public void Agents_joined_by_a_comma_are_refused_and_the_joiner_is_named(string text)
    {
        var refusal = Assert.Throws<UponAiException>(() => AgentRef.Parse(text));

        Assert.Equal("UponAi.InvalidAgentSplit", refusal.ErrorId);
        Assert.EndsWith("Separate several agents by ';', as in agent_a=90%;agent_b=10%.", refusal.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agent_a=150%", "150%")]
    [InlineData("agent_a=100.0000001%", "100.0000001%")]
    public void More_than_100_percent_is_refused_without_a_guess(string text, string weight)
    {
        var refusal = Assert.Throws<UponAiException>(() => AgentRef.Parse(text));

        Assert.Equal("UponAi.InvalidAgentSplit", refusal.ErrorId);
        Assert.Equal($"'{text}': the weight '{weight}' is more than 100%. The weights of a direction total 100%.",
            refusal.Message);
    }

    [Theory]
    [InlineData("agent_a=-0.5", "has weight -0.5.")]
    [InlineData("agent_a=0", "has weight 0.")]
    [InlineData("agent_a=0%", "has weight 0.")]
    [InlineData("agent_a=50", "Did you mean 50%")]
    public void A_weight_in_text_is_bound_by_the_same_limits(string text, string why)
    {
        var refusal = Assert.Throws<UponAiException>(() => AgentRef.Parse(text));

        Assert.Equal("UponAi.InvalidAgentSplit", refusal.ErrorId);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_as_text_is_refused_as_a_whole() => Assert.Equal(
        "'@{AgentId=agent_a; Weight=0.5}' is not an agent: it is an object or a list that a program turned into text. "
        + "Give an agent id, such as agent_d3c2df14e163c7ca8ac5b1bf38. 'none' removes the agents of a direction.",
        Assert.Throws<UponAiException>(() => AgentRef.Parse("@{AgentId=agent_a; Weight=0.5}")).Message);

    [Fact]
    public void Agents_joined_by_a_comma_are_refused_with_the_right_mark_named()
    {
        var refusal = Assert.Throws<UponAiException>(() => AgentRef.Parse("agent_a , agent_b"));

        Assert.Equal("UponAi.InvalidAgentRef", refusal.ErrorId);
        Assert.Contains("'agent_a , agent_b'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Separate several agents by ';', as in agent_a=90%;agent_b=10%.", refusal.Message,
            StringComparison.Ordinal);
    }
}
