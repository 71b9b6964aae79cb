namespace UponAi.Tests;

public class NumberAssignmentTests
{
    private static readonly NumberAssignment Nothing = new() { Number = NumberId.Parse("+14155550100") };
    private static readonly Change<AgentSplit> Split = Change.Set(
        AgentSplit.Create(AgentRefCollection.Parse("agent_a@3=90%;agent_b")));
    private static readonly Change<Webhook> Hook = Change.Set(Webhook.Parse("https://example.com/hook"));

    [Fact]
    public void A_number_alone_changes_nothing()
    {
        Assert.True(Nothing.IsEmpty);
        Assert.Equal("Change nothing", Nothing.Describe());
    }

    public static TheoryData<NumberAssignment, string> OneChange => new()
    {
        { Nothing with { Inbound = Split }, "Set inbound to agent_a@3 90%, agent_b 10%" },
        { Nothing with { Inbound = Change.Clear<AgentSplit>() }, "Remove inbound" },
        { Nothing with { Outbound = Change.Set(AgentSplit.Create([new AgentRef("agent_a", 0)])) },
            "Set outbound to agent_a@0" },
        { Nothing with { Outbound = Change.Clear<AgentSplit>() }, "Remove outbound" },
        { Nothing with { InboundWebhook = Hook }, "Set webhook to https://example.com/hook" },
        { Nothing with { InboundWebhook = Change.Clear<Webhook>() }, "Remove webhook" },
        { Nothing with { TimeRouting = true }, "Switch time routing on" },
        { Nothing with { TimeRouting = false }, "Switch time routing off" },
    };

    [Theory]
    [MemberData(nameof(OneChange), DisableDiscoveryEnumeration = true)]
    public void Every_single_change_counts_and_has_its_words(NumberAssignment assignment, string words)
    {
        Assert.False(assignment.IsEmpty);
        Assert.Equal(words, assignment.Describe());
    }

    [Fact]
    public void Several_changes_make_one_sentence()
    {
        var assignment = Nothing with { Inbound = Split, InboundWebhook = Change.Clear<Webhook>() };

        Assert.Equal("Set inbound to agent_a@3 90%, agent_b 10%; remove webhook", assignment.Describe());
    }

    [Fact]
    public void All_changes_come_in_one_order()
    {
        var assignment = Nothing with { TimeRouting = false, InboundWebhook = Hook,
            Outbound = Change.Clear<AgentSplit>(), Inbound = Split };

        Assert.Equal(
            "Set inbound to agent_a@3 90%, agent_b 10%; remove outbound; set webhook to https://example.com/hook; "
            + "switch time routing off",
            assignment.Describe());
    }

    [Fact]
    public void Only_allowed_properties_are_applied()
    {
        var number = new PhoneNumber();

        (Nothing with { Inbound = Split, InboundWebhook = Hook }).ApplyTo(
            number, PhoneNumberProperties.InboundWebhookUrl | PhoneNumberProperties.OutboundAgents);

        Assert.Null(number.InboundAgents);
        Assert.Equal("https://example.com/hook", number.InboundWebhookUrl);
        Assert.Equal(PhoneNumberProperties.InboundWebhookUrl, number.ReturnedProperties);
    }

    [Fact]
    public void Assignments_are_equal_by_value()
    {
        var reordered = Change.Set(AgentSplit.Create(AgentRefCollection.Parse("agent_b=10%;agent_a@3=90%")));

        Assert.Equal(Nothing with { Inbound = Split }, Nothing with { Inbound = reordered });
        Assert.NotEqual(Nothing with { Inbound = Split }, Nothing with { Outbound = Split });
    }

    [Fact]
    public void A_scope_is_an_account_and_a_workspace()
    {
        var scope = new NumberLocation("acc", 1);

        Assert.Equal(("acc", 1), (scope.AccountSid, scope.WorkspaceId));
        Assert.Equal(scope, new NumberLocation("acc", 1));
        Assert.NotEqual(scope, new NumberLocation("acc", 2));
    }
}
