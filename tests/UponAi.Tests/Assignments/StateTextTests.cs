namespace UponAi.Tests;

public class StateTextTests
{
    [Theory]
    [InlineData("a@3", "a@3")]
    [InlineData("a=0.9;b", "a 90%, b 10%")]
    public void Wanted_agents(string agents, string words) =>
        Assert.Equal(words, StateText.From(Change.Set(AgentSplit.Create(AgentRefCollection.Parse(agents)))));

    [Theory]
    [InlineData("a=1", "a")]
    [InlineData("a", "a")]
    [InlineData("a=0.5", "a 50%")]
    [InlineData("a@1=0.5;b=0.4", "a@1 50%, b 40%")]
    public void Reported_agents_show_a_weight_that_is_not_the_whole(string agents, string words) =>
        Assert.Equal(words, StateText.From(AgentRefCollection.Parse(agents)));

    [Fact]
    public void A_missing_property_is_null()
    {
        Assert.Equal("none", StateText.From(Change.Clear<AgentSplit>()));
        Assert.Equal("none", StateText.From(AgentRefCollection.Empty));
        Assert.Equal("none", StateText.From(Change.Clear<Webhook>()));
        Assert.Equal("none", StateText.FromWebhook(""));
        Assert.Equal("none", StateText.FromTimeRouting(null));
    }

    [Fact]
    public void An_address_is_made_safe_to_show() =>
        Assert.Equal("https://example.com/a b", StateText.FromWebhook("https://example.com/\u001b[31ma\nb"));

    [Fact]
    public void A_wanted_webhook_is_its_address() =>
        Assert.Equal("https://example.com/hook", StateText.From(Change.Set(Webhook.Parse("https://example.com/hook"))));

    [Theory]
    [InlineData(true, "on")]
    [InlineData(false, "off")]
    public void Time_routing(bool on, string words) => Assert.Equal(words, StateText.FromTimeRouting(on));
}
