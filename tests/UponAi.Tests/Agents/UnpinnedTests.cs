namespace UponAi.Tests;

public sealed class UnpinnedTests
{
    private static readonly NumberLocation Location = new("AC1", 7);

    [Fact]
    public void Each_agent_without_a_version_is_described_with_its_direction()
    {
        Assert.Equal(
            "inbound agent_a; inbound agent_c; outbound agent_a",
            Unpinned.Describe(Agents("agent_a=50%;agent_b@0=40%;agent_c=10%"), Agents("agent_a")));
        Assert.Null(Unpinned.Describe(Agents("agent_b@0"), AgentRefCollection.Empty));
    }

    [Theory]
    [InlineData("agent_a@1;agent_b", null, "agent_a,agent_b")]
    [InlineData("agent_a@1", "agent_c", "agent_a,agent_c")]
    [InlineData(null, null, "")]
    public void An_assignment_names_the_agents_of_both_directions(string? inbound, string? outbound, string expected) =>
        Assert.Equal(
            expected,
            string.Join(",", Assignment(inbound, outbound).NamedAgents.Select(agent => agent.AgentId)));

    [Fact]
    public void Agents_that_are_removed_are_not_named()
    {
        var assignment = new NumberAssignment
        {
            Number = NumberId.Parse("101"),
            Inbound = Change.Clear<AgentSplit>(),
            Outbound = Change.Clear<AgentSplit>(),
        };

        Assert.Empty(assignment.NamedAgents);
        Assert.Null(NumberComparison.Create(assignment, Location, Number("agent_a", "agent_b")).UnpinnedAgents);
    }

    [Theory]
    [InlineData("agent_c@1", null, "outbound agent_b")]
    [InlineData("agent_c", "agent_d@1", "inbound agent_c")]
    [InlineData(null, "agent_d", "inbound agent_a; outbound agent_d")]
    public void A_comparison_shows_the_agents_before_and_after(string? inbound, string? outbound, string after)
    {
        var comparison = NumberComparison.Create(Assignment(inbound, outbound), Location, Number("agent_a", "agent_b"));

        Assert.Equal("inbound agent_a; outbound agent_b", comparison.CurrentUnpinnedAgents);
        Assert.Equal(after, comparison.UnpinnedAgents);
    }

    [Fact]
    public void A_number_that_was_not_found_has_only_the_agents_of_the_row()
    {
        var comparison = NumberComparison.Create(Assignment("agent_a", null), Location, current: null);

        Assert.Null(comparison.CurrentUnpinnedAgents);
        Assert.Equal("inbound agent_a", comparison.UnpinnedAgents);
    }

    private static AgentRefCollection Agents(string text) => AgentRefCollection.Parse(text);

    private static NumberAssignment Assignment(string? inbound, string? outbound) => new()
    {
        Number = NumberId.Parse("101"),
        Inbound = inbound is null ? default : Change.Set(AgentSplit.Create(Agents(inbound))),
        Outbound = outbound is null ? default : Change.Set(AgentSplit.Create(Agents(outbound))),
    };

    private static PhoneNumber Number(string inbound, string outbound) => new()
    {
        Number = "101",
        InboundAgents = Agents(inbound),
        OutboundAgents = Agents(outbound),
        ReturnedProperties = PhoneNumberProperties.InboundAgents | PhoneNumberProperties.OutboundAgents,
    };
}
