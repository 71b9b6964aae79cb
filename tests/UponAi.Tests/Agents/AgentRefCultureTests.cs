namespace UponAi.Tests;

public class AgentRefCultureTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Text_reads_and_writes_alike_in_every_culture(string culture)
    {
        using var _ = new UnderCulture(culture);

        var agent = AgentRef.Parse("agent_i@3=33.3%");

        Assert.Equal(new AgentRef("agent_i", 3, 0.333m), agent);
        Assert.Equal("agent_i@3=0.333", agent.ToString());
        Assert.Equal("agent_i@3 33.3%", agent.ToDisplayString());
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void A_decimal_comma_is_refused_where_it_is_the_custom_too(string culture)
    {
        using var _ = new UnderCulture(culture);

        var refusal = Assert.Throws<UponAiException>(() => AgentRef.Parse("agent_a=0,5"));

        Assert.Equal("UponAi.InvalidAgentSplit", refusal.ErrorId);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Messages_show_numbers_alike_in_every_culture(string culture)
    {
        using var _ = new UnderCulture(culture);

        var weight = Assert.Throws<UponAiException>(() => new AgentRef("agent_a", null, 1.5m));
        var total = Assert.Throws<UponAiException>(
            () => AgentSplit.Create(AgentRefCollection.Parse("agent_a=0.4;agent_b=0.25")));

        Assert.Contains("has weight 1.5.", weight.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 1.5%, which is 0.015?", weight.Message, StringComparison.Ordinal);
        Assert.Contains("total 0.65 (65%)", total.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Words_and_summaries_are_alike_in_every_culture(string culture)
    {
        using var _ = new UnderCulture(culture);
        var change = new NumberAssignment { Number = NumberId.Parse("101"), InboundWebhook = Change.Clear<Webhook>(),
            Inbound = Change.Clear<AgentSplit>() };

        Assert.Equal("Remove inbound; remove webhook", change.Describe());
        Assert.Equal("PUT /x: 200, 1 attempt, 1235 ms",
            new RequestSummary("PUT", "/x", 200, 1, TimeSpan.FromMilliseconds(1234.6)).ToString());
    }

    [Fact]
    public void A_capital_that_Turkish_would_dot_is_not_dotted()
    {
        using var _ = new UnderCulture("tr-TR");
        var change = new NumberAssignment { Number = NumberId.Parse("i1"),
            InboundWebhook = Change.Set(Webhook.Parse("HTTPS://INFO.example/")) };

        Assert.Equal("Set webhook to HTTPS://INFO.example/", change.Describe());
        Assert.Equal("https://info.example/", BaseAddress.Parse("HTTPS://INFO.example").AbsoluteUri);
    }
}
