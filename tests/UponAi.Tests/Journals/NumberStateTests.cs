namespace UponAi.Tests;

public sealed class NumberStateTests
{
    private const PhoneNumberProperties Everything =
        PhoneNumberProperties.InboundAgents | PhoneNumberProperties.OutboundAgents
        | PhoneNumberProperties.InboundWebhookUrl | PhoneNumberProperties.IsTimeRoutingEnabled;

    private static readonly NumberId Number = NumberId.Parse("101");

    private static AgentRefCollection Agents(params string[] ids) =>
        new([.. ids.Select(id => AgentRef.FromPlatform(id, null, 1m / ids.Length))]);

    private static PhoneNumber Bound(
        AgentRefCollection inbound, AgentRefCollection outbound, string? webhook, bool on) =>
        new()
    {
        Number = "101",
        InboundAgents = inbound,
        OutboundAgents = outbound,
        InboundWebhookUrl = webhook,
        IsTimeRoutingEnabled = on,
        ReturnedProperties = Everything,
    };

    private static readonly PhoneNumber Before =
        Bound(Agents("agent_a"), Agents("agent_b"), "https://example.com/a", on: true);

    private static readonly PhoneNumber Other = Bound(Agents("agent_c"), AgentRefCollection.Empty, null, on: false);

    [Fact]
    public void Says_each_property_that_differs()
    {
        Assert.Equal(
            "inbound agent_a, now agent_c; outbound agent_b, now none; webhook https://example.com/a, now "
            + "none; time routing on, now off",
            NumberState.Describe(Before, Other));
        Assert.Empty(NumberState.Describe(Before, Before));
        Assert.False(NumberState.MayBeSame(Before, Other));
        Assert.True(NumberState.MayBeSame(Before, Before));
    }

    [Fact]
    public void Properties_missing_in_one_state_may_be_equal()
    {
        Assert.True(NumberState.MayBeSame(Before, new PhoneNumber()));
        Assert.True(NumberState.MayBeSame(new PhoneNumber(), Other));
        Assert.True(NumberState.MayBeSame(
            Bound(Agents("agent_a", "agent_b"), Agents("agent_b"), "https://example.com/a", on: true),
            new PhoneNumber { InboundAgentId = "agent_a", ReturnedProperties = PhoneNumberProperties.InboundAgentId }));
    }

    [Fact]
    public void The_change_back_restores_what_differs_and_clears_what_was_empty()
    {
        var back = NumberState.ChangeBack(Number, Before, Other);

        Assert.Equal("agent_a", back.Inbound.Value.Agents[0].AgentId);
        Assert.Equal("agent_b", back.Outbound.Value.Agents[0].AgentId);
        Assert.Equal("https://example.com/a", back.InboundWebhook.Value.ToString());
        Assert.True(back.TimeRouting);
        Assert.True(NumberState.ChangeBack(Number, Before, Before).IsEmpty);

        var cleared = NumberState.ChangeBack(Number, Other, Before);

        Assert.Equal((ChangeKind.Clear, ChangeKind.Clear), (cleared.Outbound.Kind, cleared.InboundWebhook.Kind));
        Assert.False(cleared.TimeRouting);
    }

    [Fact]
    public void After_an_assignment_a_number_has_what_was_sent_and_keeps_the_rest()
    {
        var sent = new NumberAssignment
        {
            Number = Number,
            Inbound = Change.Set(AgentSplit.Create(Agents("agent_c"))),
            Outbound = Change.Clear<AgentSplit>(),
            InboundWebhook = Change.Set(Webhook.Parse("https://example.com/b")),
            TimeRouting = false,
        };

        var after = NumberState.After(Before, sent);

        Assert.Equal("agent_c", after.InboundAgents![0].AgentId);
        Assert.Empty(after.OutboundAgents!);
        Assert.Equal(("https://example.com/b", (bool?)false), (after.InboundWebhookUrl, after.IsTimeRoutingEnabled));
        Assert.Null(
            NumberState.After(Before, sent with { InboundWebhook = Change.Clear<Webhook>() }).InboundWebhookUrl);
        Assert.True(NumberState.MayBeSame(Before, NumberState.After(Before, new NumberAssignment { Number = Number })));
    }
}
