using System.Net;
using System.Text;

namespace UponAi.Tools.Tests.Sandbox;

public sealed class BadBodyTests
{
    private const string Number = "+14155550103";

    /// <summary>Members beside a valid account and workspace, with the expected text of the error.</summary>
    public static TheoryData<string, string> BadMembers => new()
    {
        { "\"foo\": 1", "'foo'" },
        { "\"InboundAgents\": []", "'InboundAgents'" },
        { "\"inbound_agents\": []", "'inbound_agents'" },
        { "\"workspaceId\": 1", "workspaceId" },
        { "\"outboundAgentId\": 1", "'outboundAgentId'" },
        { "\"outboundAgentId\": \"\"", "''" },
        { "\"outboundAgentId\": \"agent_unknown\"", "'agent_unknown'" },
        { "\"outboundAgentId\": \"agent_concierge\"", "'agent_concierge'" },
        { "\"outboundAgentId\": \"AGENT_SALES\"", "'AGENT_SALES'" },
        { "\"outboundAgentVersion\": 0", "'outboundAgentVersion'" },
        { "\"outboundAgentId\": null, \"outboundAgentVersion\": 0", "'outboundAgentVersion'" },
        { "\"outboundAgentId\": \"agent_sales\", \"outboundAgentVersion\": null", "'outboundAgentVersion'" },
        { "\"outboundAgentId\": \"agent_sales\", \"outboundAgentVersion\": \"0\"", "'outboundAgentVersion'" },
        { "\"outboundAgentId\": \"agent_sales\", \"outboundAgentVersion\": 0.5", "'outboundAgentVersion'" },
        { "\"outboundAgentId\": \"agent_sales\", \"outboundAgentVersion\": 3", "no version 3" },
        { "\"outboundAgentId\": \"agent_sales\", \"outboundAgentVersion\": -1", "no version -1" },
        { "\"outboundAgents\": null", "'outboundAgents'" },
        { "\"outboundAgents\": [{\"agent_id\": \"agent_sales\"}]", "'outboundAgents'" },
        { "\"outboundAgentId\": null, \"outboundAgents\": []", "not both" },
        { "\"inboundAgents\": null", "'inboundAgents'" },
        { "\"inboundAgents\": {}", "'inboundAgents'" },
        { "\"inboundAgents\": \"agent_sales\"", "'inboundAgents'" },
        { "\"inboundAgents\": [null]", "'inboundAgents[0]'" },
        { "\"inboundAgents\": [\"agent_sales\"]", "'inboundAgents[0]'" },
        { "\"inboundAgents\": [{}]", "'inboundAgents[0].agent_id'" },
        { "\"inboundAgents\": [{\"agent_id\": null}]", "'inboundAgents[0].agent_id'" },
        { "\"inboundAgents\": [{\"agentId\": \"agent_sales\"}]", "'inboundAgents[0].agentId'" },
        { "\"inboundAgents\": [{\"agent_id\": \"agent_unknown\"}]", "'agent_unknown'" },
        { "\"inboundAgents\": [{\"agent_id\": \"agent_sales\", \"agent_version\": null}]",
            "'inboundAgents[0].agent_version'" },
        { "\"inboundAgents\": [{\"agent_id\": \"agent_sales\", \"agent_version\": 99}]", "no version 99" },
        { "\"inboundAgents\": [{\"agent_id\": \"agent_sales\", \"weight\": null}]", "'inboundAgents[0].weight'" },
        { "\"inboundAgents\": [{\"agent_id\": \"agent_sales\", \"weight\": \"1\"}]", "'inboundAgents[0].weight'" },
        { "\"inboundAgents\": [{\"agent_id\": \"agent_sales\", \"weight\": 0}]", "'inboundAgents[0].weight'" },
        { "\"inboundAgents\": [{\"agent_id\": \"agent_sales\", \"weight\": 1.5}]", "'inboundAgents[0].weight'" },
        { "\"inboundAgents\": [{\"agent_id\": \"agent_sales\", \"weight\": 1e99}]", "'inboundAgents[0].weight'" },
        { "\"inboundAgents\": [{\"agent_id\": \"agent_sales\", \"weight\": 0.5}]", "total 0.5" },
        { "\"inboundAgents\": [{\"agent_id\": \"agent_sales\", \"weight\": 0.5}, {\"agent_id\": \"agent_night\"}]",
            "'inboundAgents[1].weight'" },

        {
            "\"inboundAgents\": [{\"agent_id\": \"agent_sales\", \"weight\": 0.5}, {\"agent_id\": "
            + "\"agent_night\", \"weight\": 0.4}]",
            "total 0.9"
        },

        {
            "\"inboundAgents\": [{\"agent_id\": \"agent_sales\", \"weight\": 0.5}, {\"agent_id\": "
            + "\"agent_night\", \"weight\": 0.500002}]",
            "total 1.000002"
        },

        {
            "\"inboundAgents\": [{\"agent_id\": \"agent_sales\", \"weight\": 0.5}, {\"agent_id\": "
            + "\"agent_sales\", \"weight\": 0.5}]",
            "repeats"
        },
        { "\"inboundWebhookUrl\": \"\"", "'inboundWebhookUrl'" },
        { "\"inboundWebhookUrl\": \"/relative\"", "'inboundWebhookUrl'" },
        { "\"inboundWebhookUrl\": \"ftp://example.com/\"", "'inboundWebhookUrl'" },
        { "\"inboundWebhookUrl\": true", "'inboundWebhookUrl'" },
        { "\"isTimeRoutingEnabled\": null", "'isTimeRoutingEnabled'" },
        { "\"isTimeRoutingEnabled\": \"false\"", "'isTimeRoutingEnabled'" },
        { "\"isTimeRoutingEnabled\": 0", "'isTimeRoutingEnabled'" },
    };

    /// <summary>Whole bodies, with the expected text of the error.</summary>
    public static TheoryData<string, string> BadBodies => new()
    {
        { "", "JSON" },
        { "{", "JSON" },
        { "null", "'body'" },
        { "[]", "'body'" },
        { "{}", "'accountSid'" },
        { "{\"accountSid\": \"29e90072-fb58-4c6c-870a-43005115131e\"}", "'workspaceId'" },
        { "{\"workspaceId\": 1}", "'accountSid'" },
        { "{\"accountSid\": null, \"workspaceId\": 1}", "'accountSid'" },
        { "{\"accountSid\": 29, \"workspaceId\": 1}", "'accountSid'" },
        { "{\"accountSid\": \"29e90072-fb58-4c6c-870a-43005115131e\", \"workspaceId\": \"1\"}", "'workspaceId'" },
        { "{\"accountSid\": \"29e90072-fb58-4c6c-870a-43005115131e\", \"workspaceId\": 1.0}", "'workspaceId'" },
        { "{\"accountSid\": \"29e90072-fb58-4c6c-870a-43005115131e\", \"workspaceId\": null}", "'workspaceId'" },
        { "{\"accountSid\": \"29e90072-fb58-4c6c-870a-43005115131e\", \"workspaceId\": 1,}", "JSON" },
        { "{\"accountSid\": \"29e90072-fb58-4c6c-870a-43005115131e\", /* one */ \"workspaceId\": 1}", "JSON" },
        { "{\"accountSid\": \"29e90072-fb58-4c6c-870a-43005115131e\", \"workspaceId\": 1} {}", "JSON" },
        { "{\"accountSid\": \"\\ud800\", \"workspaceId\": 1}", "Unicode" },
    };

    [Theory]
    [MemberData(nameof(BadMembers))]
    public Task A_bad_member_is_named_and_nothing_changes(string members, string named) =>
        AssertRefusedAsync(Caller.Body(members), named);

    [Theory]
    [MemberData(nameof(BadBodies))]
    public Task A_bad_body_is_refused_and_nothing_changes(string body, string named) => AssertRefusedAsync(body, named);

    [Fact]
    public async Task Text_that_is_not_UTF8_is_refused()
    {
        await using var caller = await Caller.StartAsync();
        using var request = Caller.Put(Number, "");
        request.Content = new ByteArrayContent(
            Encoding.Latin1.GetBytes("{\"accountSid\": \"\u00ff\", \"workspaceId\": 1}"))
        {
            Headers = { ContentType = new("application/json") },
        };

        var reply = await caller.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains("Unicode", reply.Error, StringComparison.Ordinal);
    }

    private static async Task AssertRefusedAsync(string body, string named)
    {
        await using var caller = await Caller.StartAsync();
        var before = caller.Now(Number);

        var reply = await caller.PutAsync(Number, body);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains(named, reply.Error, StringComparison.Ordinal);
        Assert.Equal(before, caller.Now(Number));
    }
}
