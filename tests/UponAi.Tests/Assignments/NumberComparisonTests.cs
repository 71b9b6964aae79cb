namespace UponAi.Tests;

public class NumberComparisonTests
{
    private static readonly NumberLocation Scope = new("AC1", 7);
    private static readonly NumberAssignment Wanted = new()
    {
        Number = NumberId.Parse("101"),
        Inbound = Change.Set(AgentSplit.Create(AgentRefCollection.Parse("a=90%;b=10%"))),
        Outbound = Change.Clear<AgentSplit>(),
        InboundWebhook = Change.Clear<Webhook>(),
        TimeRouting = false,
    };

    private static PhoneNumber Current => new()
    {
        ReturnedProperties = PhoneNumberProperties.InboundAgents | PhoneNumberProperties.OutboundAgents
            | PhoneNumberProperties.InboundWebhookUrl | PhoneNumberProperties.IsTimeRoutingEnabled,
        InboundAgents = AgentRefCollection.Parse("a=1"),
        OutboundAgents = AgentRefCollection.Parse("c@2=1"),
        InboundWebhookUrl = "https://example.com/",
        IsTimeRoutingEnabled = true,
    };

    [Fact]
    public void States_what_differs_beside_what_there_is()
    {
        var comparison = NumberComparison.Create(Wanted, Scope, Current);

        Assert.Equal(("101", NumberComparisonStatus.Changed, "AC1", 7),
            (comparison.Number, comparison.Status, comparison.AccountSid, comparison.WorkspaceId));
        Assert.Equal(("a=1", "a=0.9;b=0.1"), ($"{comparison.CurrentInboundAgents}", $"{comparison.InboundAgents}"));
        Assert.Equal(("c@2=1", "none"), ($"{comparison.CurrentOutboundAgents}", comparison.OutboundAgents));
        Assert.Equal(
            ("https://example.com/", "none"), (comparison.CurrentInboundWebhookUrl, comparison.InboundWebhookUrl));
        Assert.Equal((true, false), (comparison.CurrentTimeRouting, comparison.TimeRouting));
        Assert.Equal("101 Changed", comparison.ToString());
    }

    [Fact]
    public void Does_not_state_what_holds()
    {
        var comparison = NumberComparison.Create(Wanted with { Outbound = Change.Set(
            AgentSplit.Create([new AgentRef("c", 2)])), TimeRouting = true }, Scope, Current);

        Assert.Equal(NumberComparisonStatus.Changed, comparison.Status);
        Assert.Null(comparison.OutboundAgents);
        Assert.Null(comparison.TimeRouting);
        Assert.Equal("c@2=1", $"{comparison.CurrentOutboundAgents}");
    }

    [Fact]
    public void States_nothing_where_all_holds()
    {
        var comparison = NumberComparison.Create(Wanted with { Inbound = default, Outbound = default,
            InboundWebhook = default, TimeRouting = true }, Scope, Current);

        Assert.Equal(NumberComparisonStatus.Unchanged, comparison.Status);
        Assert.Null(comparison.InboundAgents
            ?? comparison.OutboundAgents ?? comparison.InboundWebhookUrl ?? (object?)comparison.TimeRouting);
    }

    [Fact]
    public void A_missing_number_has_no_current_state_and_keeps_the_wanted_state()
    {
        var comparison = NumberComparison.Create(Wanted, Scope, current: null);

        Assert.Equal(NumberComparisonStatus.NotFound, comparison.Status);
        Assert.Null(comparison.CurrentInboundAgents);
        Assert.Equal(("a=0.9;b=0.1", "none", "none", false), ($"{comparison.InboundAgents}", comparison.OutboundAgents,
            comparison.InboundWebhookUrl, comparison.TimeRouting));
    }

    [Fact]
    public void A_property_missing_on_the_platform_counts_as_different()
    {
        var comparison = NumberComparison.Create(Wanted, Scope, new PhoneNumber());

        Assert.Equal(NumberComparisonStatus.Changed, comparison.Status);
        Assert.Null(comparison.CurrentInboundAgents ?? comparison.CurrentOutboundAgents
            ?? comparison.CurrentInboundWebhookUrl ?? (object?)comparison.CurrentTimeRouting);
        Assert.Equal(("a=0.9;b=0.1", "none", "none", false), ($"{comparison.InboundAgents}", comparison.OutboundAgents,
            comparison.InboundWebhookUrl, comparison.TimeRouting));
    }

    [Fact]
    public void Nothing_bound_is_none_and_time_routing_off()
    {
        var comparison = NumberComparison.Create(Wanted, Scope, new PhoneNumber
        {
            ReturnedProperties = Current.ReturnedProperties, InboundAgents = AgentRefCollection.Empty,
                InboundWebhookUrl = "",
        });

        Assert.Equal(("none", "none", "none", false), (comparison.CurrentInboundAgents,
            comparison.CurrentOutboundAgents, comparison.CurrentInboundWebhookUrl, comparison.CurrentTimeRouting));
    }

    [Fact]
    public void The_description_shows_the_current_and_the_new_value()
    {
        Assert.Equal(
            "Inbound a → a 90%, b 10%; outbound c@2 → none; webhook https://example.com/ → none; time routing on → off",
            Wanted.Describe(Current));
        Assert.Equal("Inbound stays a; time routing stays on", (Wanted with
        {
            Inbound = Change.Set(AgentSplit.Create([new AgentRef("a")])), Outbound = default, InboundWebhook = default,
                TimeRouting = true,
        }).Describe(Current));
        Assert.Equal(
            "Inbound none → a 90%, b 10%; remove outbound; remove webhook; switch time routing off",
            Wanted.Describe(new PhoneNumber { ReturnedProperties = PhoneNumberProperties.InboundAgents }));
    }
}
