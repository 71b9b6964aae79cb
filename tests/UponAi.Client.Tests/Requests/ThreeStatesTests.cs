using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Requests;

/// <summary>
/// Tests the three states of each property: unchanged is absent, cleared is null or empty, and set is a value.
/// </summary>
public sealed class ThreeStatesTests
{
    private static readonly string Long = "https://example.com/" + new string('x', 5000);
    private static readonly NumberAssignment Nothing = TestAssignments.For();
    private static readonly NumberAssignment Everything = Nothing with
    {
        Inbound = TestAssignments.Agents("agent_a"),
        Outbound = TestAssignments.Agents("agent_b"),
        InboundWebhook = TestAssignments.Webhook("https://example.com/hook"),
        TimeRouting = true,
    };

    public static TheoryData<string, NumberAssignment, string> Table => new()
    {
        { "inbound unchanged", Nothing, "" },
        { "inbound cleared", Nothing with { Inbound = Change.Clear<AgentSplit>() }, ",\"inboundAgents\":[]" },

        {
            "inbound set",
            TestAssignments.Inbound("agent_a"),
            ",\"inboundAgents\":[{\"agent_id\":\"agent_a\",\"weight\":1}]"
        },
        { "outbound unchanged", Nothing with { Outbound = Change.Unchanged<AgentSplit>() }, "" },
        { "outbound cleared", Nothing with { Outbound = Change.Clear<AgentSplit>() }, ",\"outboundAgentId\":null" },
        { "outbound set", TestAssignments.Outbound("agent_a"), ",\"outboundAgentId\":\"agent_a\"" },
        { "webhook unchanged", Nothing with { InboundWebhook = Change.Unchanged<Webhook>() }, "" },
        { "webhook cleared", Nothing with { InboundWebhook = Change.Clear<Webhook>() }, ",\"inboundWebhookUrl\":null" },

        {
            "webhook set",
            Nothing with { InboundWebhook = TestAssignments.Webhook("https://example.com/h?a=1&b='2'+3") },
            ",\"inboundWebhookUrl\":\"https://example.com/h?a=1&b='2'+3\""
        },

        {
            "webhook set, a long one",
            Nothing with { InboundWebhook = TestAssignments.Webhook(Long) },
            $",\"inboundWebhookUrl\":\"{Long}\""
        },
        { "time routing unchanged", Nothing with { TimeRouting = null }, "" },
        { "time routing on", Nothing with { TimeRouting = true }, ",\"isTimeRoutingEnabled\":true" },
        { "time routing off", Nothing with { TimeRouting = false }, ",\"isTimeRoutingEnabled\":false" },
        {
            "everything set", Everything,
            ",\"outboundAgentId\":\"agent_b\",\"inboundAgents\":[{\"agent_id\":\"agent_a\",\"weight\":1}],"
                + "\"inboundWebhookUrl\":\"https://example.com/hook\",\"isTimeRoutingEnabled\":true"
        },
        {
            "everything cleared",
            Nothing with
            {
                Inbound = Change.Clear<AgentSplit>(),
                Outbound = Change.Clear<AgentSplit>(),
                InboundWebhook = Change.Clear<Webhook>()
            },
            ",\"outboundAgentId\":null,\"inboundAgents\":[],\"inboundWebhookUrl\":null"
        },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Only_what_changes_is_in_the_body(string state, NumberAssignment assignment, string members)
    {
        var request = await Platform.CaptureAsync(assignment);

        Assert.True(
            request.Body == "{\"accountSid\":\"AC1\",\"workspaceId\":7" + members + "}",
            $"{state}: {request.Body}");
    }

    [Fact]
    public async Task The_scope_is_the_callers_and_is_escaped_for_JSON()
    {
        await using var platform = Platform.Agreeing();

        await platform.Client.UpdateAsync(
            TestAssignments.For() with { TimeRouting = true },
            new NumberLocation("A\"C\\é", -1),
            TestTimeout.Token);

        Assert.Equal(
            """{"accountSid":"A\"C\\é","workspaceId":-1,"isTimeRoutingEnabled":true}""",
            Assert.Single(platform.Server.Requests).Body);
    }
}
