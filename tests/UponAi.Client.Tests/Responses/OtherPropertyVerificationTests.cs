using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Responses;

/// <summary>Tests the verification of cleared directions, the webhook and time routing.</summary>
public sealed class OtherPropertyVerificationTests
{
    private static readonly NumberAssignment Nothing = TestAssignments.For();
    private static readonly NumberAssignment AllCleared =
        Nothing with
        {
            Inbound = Change.Clear<AgentSplit>(),
            Outbound = Change.Clear<AgentSplit>(),
            InboundWebhook = Change.Clear<Webhook>()
        };

    [Theory]
    [InlineData("\"id\":1")]
    [InlineData("\"inbound_agents\":[],\"outbound_agents\":[],\"inbound_webhook_url\":null")]
    [InlineData(
        "\"inbound_agents\":null,\"inbound_agent_id\":null,\"outbound_agents\":null,\"agent_id\":null,"
            + "\"inbound_webhook_url\":\"\"")]
    public async Task A_cleared_property_that_is_empty_is_no_difference(string members) =>
        Assert.Empty(await WarningsAsync(AllCleared, members));

    [Fact]
    public async Task A_cleared_property_that_has_a_value_is_named() => Assert.Equal(
        [
            "+14155550100: inbound was requested as none, but the platform reports a 50%, b 50%.",
            "+14155550100: outbound was requested as none, but the platform reports c@2.",
            "+14155550100: webhook was requested as none, but the platform reports https://example.com/.",
        ],
        await WarningsAsync(
            AllCleared,
            """
            "inbound_agents":[{"agent_id":"a","weight":0.5},{"agent_id":"b","weight":0.5}],
            "agent_id":"c","outbound_agent_version":2,"inbound_webhook_url":"https://example.com/"
            """));

    [Fact]
    public async Task A_property_that_was_not_requested_is_not_compared() => Assert.Empty(await WarningsAsync(
        Nothing with { TimeRouting = true },
        """
        "inbound_agents":[{"agent_id":"a"}],"agent_id":"c","inbound_webhook_url":"https://example.com/",
        "is_time_routing_enabled":true
        """));

    [Theory]
    [InlineData("https://example.com/hook", "https://example.com/hook")]
    [InlineData("https://example.com", "https://example.com/")]
    [InlineData("https://EXAMPLE.com:443/hook", "https://example.com/hook")]
    public async Task A_webhook_written_in_another_way_is_no_difference(string asked, string answered) =>
        Assert.Empty(
            await WarningsAsync(
                Nothing with { InboundWebhook = TestAssignments.Webhook(asked) },
                $"\"inbound_webhook_url\":\"{answered}\""));

    [Theory]
    [InlineData("\"https://example.com/other\"", "https://example.com/other")]
    [InlineData("\"https://example.com/HOOK\"", "https://example.com/HOOK")]
    [InlineData("\"http://example.com/hook\"", "http://example.com/hook")]
    [InlineData("\"not a url\"", "not a url")]
    [InlineData("\"\"", "none")]
    [InlineData("null", "none")]
    public async Task Another_webhook_is_named(string answered, string shown) => Assert.Equal(
        [$"+14155550100: webhook was requested as https://example.com/hook, but the platform reports {shown}."],
        await WarningsAsync(
            Nothing with { InboundWebhook = TestAssignments.Webhook("https://example.com/hook") },
            $"\"inbound_webhook_url\":{answered}"));

    [Theory]
    [InlineData(true, "true", null)]
    [InlineData(false, "false", null)]
    [InlineData(false, "\"false\"", null)]
    [InlineData(false, "null", null)]
    [InlineData(true, "false", "+14155550100: time routing was requested as on, but the platform reports off.")]
    [InlineData(false, "true", "+14155550100: time routing was requested as off, but the platform reports on.")]
    public async Task Time_routing_is_compared(bool asked, string answered, string? warning) => Assert.Equal(
        warning is null ? [] : [warning],
        await WarningsAsync(Nothing with { TimeRouting = asked }, $"\"is_time_routing_enabled\":{answered}"));

    [Fact]
    public async Task Time_routing_that_is_null_where_it_should_be_on_is_named() => Assert.Equal(
        ["+14155550100: time routing was requested as on, but the platform reports none."],
        await WarningsAsync(Nothing with { TimeRouting = true }, "\"is_time_routing_enabled\":null"));

    private static async Task<IReadOnlyList<string>> WarningsAsync(NumberAssignment asked, string members)
    {
        await using var platform =
            Platform.Answering(Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number(TestAssignments.Number, members))));
        return (await platform.UpdateAsync(asked)).Warnings;
    }
}
