namespace UponAi.Tests;

public sealed class PlanRowTests
{
    [Theory]
    [InlineData("agent_a", "agent_a")]
    [InlineData("agent_a@0=1", "agent_a@0")]
    [InlineData("agent_a@3=0.9;agent_b=10%", "agent_a@3=90%;agent_b=10%")]
    [InlineData("agent_a;agent_b;agent_c", "agent_a=33.3333%;agent_b=33.3333%;agent_c=33.3334%")]
    [InlineData("agent_a=0.0000000000000000000000000001;agent_b",
        "agent_a=0.00000000000000000000000001%;agent_b=99.99999999999999999999999999%")]
    [InlineData("agent_a=0.1234567890123456789012345678;agent_b",
        "agent_a=12.34567890123456789012345678%;agent_b=87.65432109876543210987654322%")]
    public void Agents_are_text_that_reads_back_to_the_same_split(string agents, string text)
    {
        var split = AgentSplit.Create(AgentRefCollection.Parse(agents));
        var row = Row(new NumberAssignment { Number = NumberId.Parse("101"), Inbound = Change.Set(split),
            Outbound = Change.Set(split) });

        Assert.Equal((text, text), (row.InboundAgents, row.OutboundAgents));
        Assert.Equal(split.Agents, AgentSplit.Create(AgentRefCollection.Parse(text)).Agents);
    }

    [Fact]
    public void A_removed_direction_is_described_as_none()
    {
        var row = Row(new NumberAssignment
        {
            Number = NumberId.Parse("101"), Inbound = Change.Clear<AgentSplit>(), Outbound = Change.Clear<AgentSplit>(),
                InboundWebhook = Change.Clear<Webhook>(), TimeRouting = false,
        });

        Assert.Equal(("none", "none", "none", false),
            (row.InboundAgents, row.OutboundAgents, row.InboundWebhookUrl, row.TimeRouting));
    }

    [Fact]
    public void A_property_without_a_value_is_null()
    {
        var row = Row(new NumberAssignment { Number = NumberId.Parse("101") });

        Assert.Equal(
            (null, null, null, null), (row.InboundAgents, row.OutboundAgents, row.InboundWebhookUrl, row.TimeRouting));
    }

    [Fact]
    public void A_plan_row_has_its_place_and_is_displayed_as_its_number()
    {
        var assignment = new NumberAssignment { Number = NumberId.Parse("+1 415 555 0100") };
        var row = Row(assignment);

        Assert.Same(assignment, row.GetAssignment());
        Assert.Equal("plan.csv, line 12", row.Position);
        Assert.Equal("+14155550100", row.ToString());
        Assert.Equal(("AC1", 7), (row.AccountSid, row.WorkspaceId));
    }

    private static PlanRow Row(NumberAssignment assignment) =>
        new(assignment, "AC1", 7, Path.Combine("plans", "plan.csv"), 12);
}
