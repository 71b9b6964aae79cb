namespace UponAi.Tests;

public class AgentRefCollectionTests
{
    [Theory]
    [InlineData("agent_a", "agent_a")]
    [InlineData("agent_a@3=90%;agent_b=10%", "agent_a@3=0.9;agent_b=0.1")]
    [InlineData(" agent_b ; agent_a ", "agent_b;agent_a")]
    [InlineData("agent_a;agent_a", "agent_a;agent_a")]
    public void Reads_agents_joined_by_semicolons_and_keeps_their_order(string text, string written)
    {
        var agents = AgentRefCollection.Parse(text);

        Assert.Equal(written, agents.ToString());
        Assert.Equal(agents, AgentRefCollection.Parse(agents.ToString()));
    }

    [Theory]
    [InlineData("agent_a;", "part 2 is empty")]
    [InlineData(";agent_a", "part 1 is empty")]
    [InlineData("agent_a;;agent_b", "part 2 is empty")]
    [InlineData("agent_a; ;agent_b", "part 2 is empty")]
    [InlineData(";", "part 1 is empty")]
    public void Refuses_an_empty_part_and_says_which(string text, string why)
    {
        var refusal = Assert.Throws<UponAiException>(() => AgentRefCollection.Parse(text));

        Assert.Equal("UponAi.InvalidAgentRef", refusal.ErrorId);
        Assert.Equal($"'{text}': {why}. Separate agents by one ';', and leave out a ';' at the end.", refusal.Message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Refuses_text_without_any_agent(string? text)
    {
        var refusal = Assert.Throws<UponAiException>(() => AgentRefCollection.Parse(text!));

        Assert.Equal("UponAi.InvalidAgentRef", refusal.ErrorId);
        Assert.Contains("The agent id is empty", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_no_agent_names_itself()
    {
        var refusal = Assert.Throws<UponAiException>(() => AgentRefCollection.Parse("agent_a;agent_b@x"));

        Assert.Equal("UponAi.InvalidAgentRef", refusal.ErrorId);
        Assert.Contains("'agent_b@x'", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agent_a;none")]
    [InlineData("none=50%;agent_a")]
    public void The_word_that_clears_is_no_agent_among_others(string text)
    {
        var refusal = Assert.Throws<UponAiException>(() => AgentRefCollection.Parse(text));

        Assert.Equal("UponAi.InvalidAgentRef", refusal.ErrorId);
        Assert.Contains("The word removes the agents of a direction", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_agents_are_empty_text()
    {
        Assert.Empty(AgentRefCollection.Empty);
        Assert.Equal("", AgentRefCollection.Empty.ToString());
        Assert.Equal("", AgentRefCollection.Empty.ToDisplayString());
    }

    [Theory]
    [InlineData("agent_a@3=90%;agent_b=10%", "agent_a@3 90%, agent_b 10%")]
    [InlineData("agent_a;agent_b", "agent_a, agent_b")]
    [InlineData("agent_a@3=100%", "agent_a@3")]
    public void People_see_percentages_unless_an_agent_is_alone(string text, string shown)
    {
        Assert.Equal(shown, AgentRefCollection.Parse(text).ToDisplayString());
    }

    [Theory]
    [InlineData("agent_a=90%\nagent_b=10%")]
    [InlineData("agent_a=90%\r\nagent_b=10%")]
    [InlineData("agent_a=90%;\nagent_b=10%")]
    [InlineData("agent_a=90% ;\r\n  agent_b=10%")]
    [InlineData("\nagent_a=90%\n\nagent_b=10%\n")]
    public void A_line_break_separates_agents(string text) =>
        Assert.Equal("agent_a=0.9;agent_b=0.1", AgentRefCollection.Parse(text).ToString());

    [Theory]
    [InlineData("agent_reception@2=0.9 agent_sales@0=0.1")]
    [InlineData("agent_reception agent_sales")]
    [InlineData("agent_reception@2 agent_sales@0")]
    [InlineData("agent_reception=90% agent_sales=10%")]
    public void A_list_that_became_text_has_the_likely_cause_in_its_message(string text)
    {
        var refusal = Assert.Throws<UponAiException>(() => AgentRefCollection.Parse(text));

        Assert.Contains(
            "Agents cannot be separated by spaces, as in a list that PowerShell turned into text. "
            + "Separate several agents by ';'",
            refusal.Message,
            StringComparison.Ordinal);
    }
}
