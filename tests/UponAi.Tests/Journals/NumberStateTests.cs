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
        var unchanged = NumberState.After(Before, new NumberAssignment { Number = Number });
        Assert.True(NumberState.MayBeSame(Before, unchanged));
        Assert.Equal(Everything, unchanged.ReturnedProperties);
    }

    [Fact]
    public void After_an_assignment_the_reported_and_the_assigned_properties_are_known()
    {
        var before = new PhoneNumber
        {
            OutboundAgents = Agents("agent_b"),
            ReturnedProperties = PhoneNumberProperties.OutboundAgents,
        };
        var sent = new NumberAssignment { Number = Number, TimeRouting = true };

        var after = NumberState.After(before, sent);

        Assert.Equal(
            PhoneNumberProperties.OutboundAgents | PhoneNumberProperties.IsTimeRoutingEnabled,
            after.ReturnedProperties);
        Assert.Equal(["agent_b"], after.GetOutbound().Select(agent => agent.AgentId));
        Assert.True(after.IsTimeRoutingEnabled);
    }

    [Fact]
    public void After_an_assignment_a_lone_id_is_known_as_a_list()
    {
        var before = new PhoneNumber
        {
            InboundAgentId = "agent_a",
            AgentId = "agent_b",
            ReturnedProperties = PhoneNumberProperties.InboundAgentId | PhoneNumberProperties.AgentId,
        };

        var after = NumberState.After(before, new NumberAssignment { Number = Number, TimeRouting = true });

        Assert.True(after.ReportsInbound && after.ReportsOutbound);
        Assert.Equal("agent_a", Assert.Single(after.GetInbound()).AgentId);
        Assert.Equal("agent_b", Assert.Single(after.GetOutbound()).AgentId);
        Assert.False(NumberState.MayBeSame(after, Other));
    }

    [Fact]
    public void A_lone_id_may_be_one_of_several_earlier_agents_but_not_another_one()
    {
        var earlier = new PhoneNumber
        {
            InboundAgents = Agents("agent_a", "agent_b"), ReturnedProperties = PhoneNumberProperties.InboundAgents,
        };

        Assert.True(NumberState.MayBeSame(earlier, Lone("agent_a")));
        Assert.False(NumberState.MayBeSame(earlier, Lone("agent_c")));
        earlier.InboundAgents = Agents("agent_a");
        Assert.True(NumberState.MayBeSame(earlier, Lone("agent_a")));
        Assert.False(NumberState.MayBeSame(earlier, Lone("agent_b")));
        Assert.True(NumberState.ChangeBack(Number, earlier, Lone("agent_a")).IsEmpty);

        static PhoneNumber Lone(string id) => new()
        {
            InboundAgentId = id, ReturnedProperties = PhoneNumberProperties.InboundAgentId,
        };
    }

    [Fact]
    public void A_list_with_one_common_agent_is_another_list() => Assert.False(NumberState.MayBeSame(
        Bound(Agents("agent_a", "agent_b"), Agents("agent_b"), null, on: true),
        Bound(Agents("agent_a", "agent_c"), Agents("agent_b"), null, on: true)));

    [Fact]
    public void A_missing_time_routing_is_off()
    {
        var unset = new PhoneNumber { ReturnedProperties = PhoneNumberProperties.IsTimeRoutingEnabled };
        var off = new PhoneNumber
        {
            IsTimeRoutingEnabled = false, ReturnedProperties = PhoneNumberProperties.IsTimeRoutingEnabled,
        };
        var on = new PhoneNumber
        {
            IsTimeRoutingEnabled = true, ReturnedProperties = PhoneNumberProperties.IsTimeRoutingEnabled,
        };

        Assert.True(NumberState.MayBeSame(unset, off));
        Assert.True(NumberState.MayBeSame(off, unset));
        Assert.False(NumberState.MayBeSame(unset, on));
        Assert.False(NumberState.MayBeSame(on, unset));
        Assert.Equal("time routing off, now on", NumberState.Describe(unset, on));
        Assert.False(NumberState.ChangeBack(Number, unset, on).TimeRouting);
    }
}
