using System.Net;
using UponAi.Sandbox;

namespace UponAi.Tools.Tests.Sandbox;

/// <summary>
/// Tests the three states of each member: absent leaves the value, null or an empty list removes it, and a value sets
/// it.
/// </summary>
public sealed class ThreeStateTests
{
    private const string Number = "+14155550103";

    private const string Everything = """
        "inboundAgents": [{"agent_id": "agent_reception", "agent_version": 1}],
        "outboundAgentId": "agent_sales", "outboundAgentVersion": 1,
        "inboundWebhookUrl": "https://example.com/a", "isTimeRoutingEnabled": true
        """;

    [Theory]
    [InlineData("", "agent_reception@1", "agent_sales@1", "https://example.com/a", true)]
    [InlineData("\"inboundAgents\": []", "", "agent_sales@1", "https://example.com/a", true)]
    [InlineData("\"inboundAgents\": [{\"agent_id\": \"agent_night\", \"agent_version\": 0}]", "agent_night@0",
        "agent_sales@1", "https://example.com/a", true)]
    [InlineData("\"outboundAgentId\": null", "agent_reception@1", "", "https://example.com/a", true)]
    [InlineData(
        "\"outboundAgentId\": \"agent_night\"", "agent_reception@1", "agent_night@", "https://example.com/a", true)]
    [InlineData("\"outboundAgentId\": \"agent_support\", \"outboundAgentVersion\": 0", "agent_reception@1",
        "agent_support@0", "https://example.com/a", true)]
    [InlineData("\"outboundAgents\": []", "agent_reception@1", "", "https://example.com/a", true)]
    [InlineData("\"inboundWebhookUrl\": null", "agent_reception@1", "agent_sales@1", null, true)]
    [InlineData("\"inboundWebhookUrl\": \"http://example.com/b\"", "agent_reception@1", "agent_sales@1",
        "http://example.com/b", true)]
    [InlineData(
        "\"isTimeRoutingEnabled\": false", "agent_reception@1", "agent_sales@1", "https://example.com/a", false)]
    [InlineData(
        "\"inboundAgents\": [], \"outboundAgentId\": null, \"inboundWebhookUrl\": null, "
        + "\"isTimeRoutingEnabled\": false",
        "",
        "",
        null,
        false)]
    public async Task A_member_changes_itself_alone(
        string members, string inbound, string outbound, string? webhook, bool timeRouting)
    {
        await using var caller = await Caller.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await caller.AssignAsync(Number, Everything)).Status);

        var reply = await caller.AssignAsync(Number, members);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        var now = caller.Now(Number).Bindings;
        Assert.Equal(inbound, Text(now.Inbound));
        Assert.Equal(outbound, Text(now.Outbound));
        Assert.Equal(webhook, now.InboundWebhookUrl);
        Assert.Equal(timeRouting, now.IsTimeRoutingEnabled);
        Assert.Equal(webhook, reply.Number.GetProperty("inbound_webhook_url").GetString());
    }

    private static string Text(IEnumerable<AgentBinding> agents) =>
        string.Join(";", agents.Select(agent => $"{agent.AgentId}@{agent.AgentVersion}"));
}
