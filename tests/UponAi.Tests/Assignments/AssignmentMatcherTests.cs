namespace UponAi.Tests;

/// <summary>
/// Tests the comparison of an assignment with a number. A property that the platform does not report is never the same.
/// </summary>
public class AssignmentMatcherTests
{
    private const PhoneNumberProperties ListFetcher =
        PhoneNumberProperties.InboundAgents | PhoneNumberProperties.OutboundAgents;
    private const PhoneNumberProperties LoneIds = PhoneNumberProperties.InboundAgentId | PhoneNumberProperties.AgentId;

    private static readonly NumberAssignment Nothing = new() { Number = NumberId.Parse("101") };

    [Theory]
    [InlineData("a", "a=1", "Same")]
    [InlineData("a", "a", "Same")]
    [InlineData("a=0.9;b=0.1", "a=0.9;b=0.1", "Same")]
    [InlineData("a=0.9;b=0.1", "b=0.1;a=0.9", "Same")]
    [InlineData("a@1=0.5;a@2=0.5", "a@2=0.5;a@1=0.5", "Same")]
    [InlineData("a;b;c", "a=0.333333;b=0.333333;c=0.333334", "Same")]
    [InlineData("a;b;c", "a=0.3333335;b=0.333332;c=0.333334", "Same")]
    [InlineData("a@0", "a@0=1", "Same")]
    [InlineData("a", "a@3=1", "Unknown")]
    [InlineData("a@3", "a=1", "Unknown")]
    [InlineData("a=0.5;b=0.5", "a;b", "Unknown")]
    [InlineData("a=0.5;a@3=0.5", "a@3=0.5;a@7=0.5", "Unknown")]
    [InlineData("a@1=0.5;a@2=0.5", "a=0.5;a@1=0.5", "Unknown")]
    [InlineData("a;a@1", "a@1;a@2", "Unknown")]
    [InlineData("a", "b=1", "Different")]
    [InlineData("a", "A=1", "Different")]
    [InlineData("a@3", "a@4=1", "Different")]
    [InlineData("a=0.9;b=0.1", "a=0.1;b=0.9", "Different")]
    [InlineData("a=0.9;b=0.1", "a=0.9;b=0.10001", "Different")]
    [InlineData("a;b", "a=1", "Different")]
    [InlineData("a", "a=0.5;b=0.5", "Different")]
    [InlineData("a", "a=0.5", "Different")]
    [InlineData("a=0.5;b=0.5", "a=0.5;a=0.5", "Different")]
    [InlineData("a;b", "a;c", "Different")]
    [InlineData("a;a@1", "a@1;b", "Different")]
    public void Listed_agents(string wanted, string reported, string agreement) =>
        AssertAgents(agreement, Agents(wanted), new PhoneNumber { ReturnedProperties = ListFetcher,
            InboundAgents = AgentRefCollection.Parse(reported), OutboundAgents = AgentRefCollection.Parse(reported) });

    [Theory]
    [InlineData("a", "a", null, "Same")]
    [InlineData("a@3", "a", 3, "Same")]
    [InlineData("a", "a", 3, "Unknown")]
    [InlineData("a@3", "a", null, "Unknown")]
    [InlineData("a@3", "a", 4, "Different")]
    [InlineData("a", "b", null, "Different")]
    public void A_lone_id_beside_a_list_that_is_null_or_absent(string wanted, string id, int? version, string agreement)
    {
        foreach (var carried in new[] { ListFetcher | LoneIds, LoneIds })
        {
            AssertAgents(agreement, Agents(wanted), new PhoneNumber
            {
                ReturnedProperties = carried, InboundAgentId = id, InboundAgentVersion = version, AgentId = id,
                    OutboundAgentVersion = version,
            });
        }
    }

    [Theory]
    [InlineData("a;b", "a", "Unknown")]
    [InlineData("a;b", "c", "Different")]
    public void A_lone_id_without_a_list_may_be_one_of_several(string wanted, string id, string agreement) =>
        AssertAgents(agreement, Agents(wanted),
            new PhoneNumber { ReturnedProperties = LoneIds, InboundAgentId = id, AgentId = id });

    [Fact]
    public void One_common_agent_of_several_is_enough() => Assert.True(
        AgentMatcher.MayShareAnAgent(AgentRefCollection.Parse("a;b"), AgentRefCollection.Parse("c;b")));

    [Fact]
    public void An_empty_list_differs_from_a_missing_list()
    {
        var nothingBound = new PhoneNumber { ReturnedProperties = ListFetcher | LoneIds,
            InboundAgents = AgentRefCollection.Empty };

        AssertAgents("Same", Change.Clear<AgentSplit>(), nothingBound);
        AssertAgents("Different", Agents("a"), nothingBound);
        foreach (var carried in new[] { PhoneNumberProperties.None, LoneIds })
        {
            AssertAgents("Unknown", Change.Clear<AgentSplit>(), new PhoneNumber { ReturnedProperties = carried });
            AssertAgents("Unknown", Agents("a"), new PhoneNumber { ReturnedProperties = carried });
        }

        AssertAgents("Different", Change.Clear<AgentSplit>(),
            new PhoneNumber { ReturnedProperties = LoneIds, InboundAgentId = "a", AgentId = "a" });
        AssertAgents("Same", Change.Unchanged<AgentSplit>(),
            new PhoneNumber { ReturnedProperties = LoneIds, InboundAgentId = "a", AgentId = "a" });
    }

    [Theory]
    [InlineData("https://example.com/hook", "https://example.com/hook", true, "Same")]
    [InlineData("https://example.com", "https://example.com/", true, "Same")]
    [InlineData("https://example.com/hook", "https://example.com/other", true, "Different")]
    [InlineData("https://example.com/hook", null, true, "Different")]
    [InlineData("https://example.com/hook", "not a url", true, "Different")]
    [InlineData("https://example.com/hook", null, false, "Unknown")]
    [InlineData(null, null, true, "Same")]
    [InlineData(null, "", true, "Same")]
    [InlineData(null, "https://example.com/hook", true, "Different")]
    [InlineData(null, null, false, "Unknown")]
    public void Webhooks(string? wanted, string? reported, bool isCarried, string agreement)
    {
        var change = wanted is null ? Change.Clear<Webhook>() : Change.Set(Webhook.Parse(wanted));

        Assert.Equal(agreement, AssignmentMatcher.CompareWebhook(change, Carrying(isCarried,
            PhoneNumberProperties.InboundWebhookUrl, new PhoneNumber { InboundWebhookUrl = reported })).ToString());
    }

    [Theory]
    [InlineData(true, true, true, "Same")]
    [InlineData(false, false, true, "Same")]
    [InlineData(false, null, true, "Same")]
    [InlineData(true, null, true, "Different")]
    [InlineData(true, false, true, "Different")]
    [InlineData(false, null, false, "Unknown")]
    public void Time_routing(bool wanted, bool? reported, bool isCarried, string agreement) => Assert.Equal(
        agreement,
        AssignmentMatcher.CompareTimeRouting(
            wanted, Carrying(isCarried, PhoneNumberProperties.IsTimeRoutingEnabled,
                new PhoneNumber { IsTimeRoutingEnabled = reported })).ToString());

    [Fact]
    public void An_assignment_holds_when_each_of_its_properties_does()
    {
        var number = new PhoneNumber
        {
            ReturnedProperties = ListFetcher | PhoneNumberProperties.IsTimeRoutingEnabled,
                InboundAgents = AgentRefCollection.Parse("a=1"), OutboundAgents = AgentRefCollection.Empty,
                IsTimeRoutingEnabled = true,
        };
        var all = Nothing with { Inbound = Agents("a"), Outbound = Change.Clear<AgentSplit>(), TimeRouting = true };

        Assert.True(Nothing.IsMetBy(number));
        Assert.True(all.IsMetBy(number));
        Assert.False((all with { Inbound = Agents("b") }).IsMetBy(number));
        Assert.False((all with { Outbound = Agents("b") }).IsMetBy(number));
        Assert.False((all with { InboundWebhook = Change.Clear<Webhook>() }).IsMetBy(number));
        Assert.False((all with { TimeRouting = false }).IsMetBy(number));
    }

    private static void AssertAgents(string agreement, Change<AgentSplit> wanted, PhoneNumber reported)
    {
        Assert.Equal(agreement, AssignmentMatcher.CompareInbound(wanted, reported).ToString());
        Assert.Equal(agreement, AssignmentMatcher.CompareOutbound(wanted, reported).ToString());
    }

    private static Change<AgentSplit> Agents(string wanted) =>
        Change.Set(AgentSplit.Create(AgentRefCollection.Parse(wanted)));

    private static PhoneNumber Carrying(bool isCarried, PhoneNumberProperties member, PhoneNumber number)
    {
        number.ReturnedProperties = isCarried ? member : PhoneNumberProperties.None;
        return number;
    }

    [Fact]
    public void Unreadable_agents_are_unknown_even_if_the_lone_id_is_readable()
    {
        var reported = new PhoneNumber
        {
            InboundAgentId = "a",
            AgentId = "a",
            ReturnedProperties = ListFetcher | LoneIds,
            UnreadableProperties = ListFetcher,
        };

        AssertAgents("Unknown", Agents("a"), reported);
        Assert.Equal(MatchResult.Same, AssignmentMatcher.CompareInbound(default, reported));
        Assert.Equal(MatchResult.Same, AssignmentMatcher.CompareOutbound(default, reported));
    }

    [Fact]
    public void Only_a_different_value_contradicts_an_assignment()
    {
        var wanted = Nothing with { Inbound = Agents("a"), InboundWebhook = Change.Clear<Webhook>() };
        var reported = new PhoneNumber
        {
            InboundAgents = AgentRefCollection.Parse("a"),
            ReturnedProperties = ListFetcher | PhoneNumberProperties.InboundWebhookUrl,
        };

        Assert.False(wanted.IsContradictedBy(reported));
        Assert.False(wanted.IsContradictedBy(new PhoneNumber()));
        reported.InboundWebhookUrl = "https://example.com/";
        Assert.True(wanted.IsContradictedBy(reported));
        reported.ReturnedProperties = ListFetcher;
        Assert.False(wanted.IsContradictedBy(reported));
        reported.InboundAgents = AgentRefCollection.Parse("b");
        Assert.True(wanted.IsContradictedBy(reported));
    }
}
