using System.Net;
using System.Text.Json;
using UponAi.Sandbox;

namespace UponAi.Tools.Tests.Sandbox;

public sealed class ContractTests
{
    private const string WholeRequest = """
        {
          "accountSid": "29e90072-fb58-4c6c-870a-43005115131e",
          "workspaceId": 1,
          "outboundAgentId": "agent_sales",
          "outboundAgentVersion": 0,
          "inboundAgents": [
            { "agent_id": "agent_sales", "agent_version": 0, "weight": 0.5 },
            { "agent_id": "agent_support", "agent_version": 0, "weight": 0.5 }
          ],
          "inboundWebhookUrl": "https://example.com/inbound/1",
          "isTimeRoutingEnabled": false
        }
        """;

    [Fact]
    public async Task A_request_with_every_member_is_answered_with_every_member()
    {
        await using var caller = await Caller.StartAsync();

        var reply = await caller.PutAsync("+14155550103", WholeRequest);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("application/json", reply.ContentType);
        AssertJson("""
            {
              "success": true,
              "message": "Phone number assignment updated.",
              "numbers": [
                {
                  "id": 4,
                  "number": "+14155550103",
                  "base_number": "+14155550103",
                  "account_sid": "29e90072-fb58-4c6c-870a-43005115131e",
                  "workspace_id": 1,
                  "agent_id": "agent_sales",
                  "default_agent_id": null,
                  "inbound_agent_id": "agent_sales",
                  "inbound_agents": [
                    { "agent_id": "agent_sales", "agent_version": 0, "weight": 0.5 },
                    { "agent_id": "agent_support", "agent_version": 0, "weight": 0.5 }
                  ],
                  "outbound_agents": [ { "agent_id": "agent_sales", "agent_version": 0, "weight": 1 } ],
                  "inbound_agent_version": 0,
                  "outbound_agent_version": 0,
                  "application_sid": null,
                  "phone_number_sid": "PN00000000000000000000000000000004",
                  "inbound_webhook_url": "https://example.com/inbound/1",
                  "is_time_routing_enabled": false,
                  "platform_import_error": false,
                  "platform_import_error_message": null
                }
              ],
              "assignment": {
                "account_sid": "29e90072-fb58-4c6c-870a-43005115131e",
                "workspace_id": 1,
                "agent_id": "agent_sales",
                "inbound_agent_id": "agent_sales",
                "outbound_agents": [ { "agent_id": "agent_sales", "agent_version": 0, "weight": 1 } ],
                "inbound_agents": [
                  { "agent_id": "agent_sales", "agent_version": 0, "weight": 0.5 },
                  { "agent_id": "agent_support", "agent_version": 0, "weight": 0.5 }
                ],
                "is_time_routing_enabled": false,
                "platform_import_error": false,
                "platform_import_error_message": null
              }
            }
            """, reply.Json);
    }

    [Fact]
    public async Task Repeating_a_request_changes_nothing_more()
    {
        await using var caller = await Caller.StartAsync();

        var first = await caller.PutAsync("+14155550103", WholeRequest);
        var second = await caller.PutAsync("+14155550103", WholeRequest);

        AssertJson(first.Json.GetRawText(), second.Json);
    }

    [Fact]
    public async Task An_agent_without_a_version_is_answered_without_one()
    {
        await using var caller = await Caller.StartAsync();

        var reply = await caller.AssignAsync("+14155550103", """ "inboundAgents": [{"agent_id": "agent_sales"}] """);

        AssertJson("""[{"agent_id": "agent_sales", "weight": 1}]""", reply.Number.GetProperty("inbound_agents"));
        Assert.Equal(JsonValueKind.Null, reply.Number.GetProperty("inbound_agent_version").ValueKind);
    }

    [Fact]
    public async Task Two_outbound_agents_are_an_array_of_their_own()
    {
        await using var caller = await Caller.StartAsync();

        var reply = await caller.AssignAsync("+14155550103", """
            "outboundAgents": [
                {"agent_id": "agent_sales", "agent_version": 2, "weight": 0.25},
                {"agent_id": "agent_support", "weight": 0.75}]
            """);

        Assert.Equal("agent_sales", reply.Number.GetProperty("agent_id").GetString());
        Assert.Equal(2, reply.Number.GetProperty("outbound_agent_version").GetInt32());
        AssertJson("""
            [{"agent_id": "agent_sales", "agent_version": 2, "weight": 0.25},
             {"agent_id": "agent_support", "weight": 0.75}]
            """, reply.Json.GetProperty("assignment").GetProperty("outbound_agents"));
    }

    [Fact]
    public async Task Weights_may_miss_1_by_a_millionth()
    {
        await using var caller = await Caller.StartAsync();

        var reply = await caller.AssignAsync("+14155550103", """
            "inboundAgents": [
                {"agent_id": "agent_sales", "weight": 0.333333},
                {"agent_id": "agent_night", "weight": 0.333333},
                {"agent_id": "agent_support", "weight": 0.333333}]
            """);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Theory]
    [InlineData("\"inboundAgents\": [{\"agent_id\": \"agent_sales\"}]")]
    [InlineData("\"outboundAgentId\": \"agent_sales\"")]
    public async Task An_import_fails_as_long_as_an_agent_is_bound(string members)
    {
        await using var caller = await Caller.StartAsync();

        var bound = await caller.AssignAsync(SandboxIds.ImportFailingNumber, members);
        var cleared = await caller.AssignAsync(
            SandboxIds.ImportFailingNumber,
            """ "inboundAgents": [], "outboundAgentId": null """);

        Assert.Equal(HttpStatusCode.OK, bound.Status);
        Assert.True(bound.Json.GetProperty("success").GetBoolean());
        foreach (var part in new[] { bound.Number, bound.Json.GetProperty("assignment") })
        {
            Assert.True(part.GetProperty("platform_import_error").GetBoolean());
            Assert.NotEmpty(part.GetProperty("platform_import_error_message").GetString()!);
        }

        Assert.False(cleared.Number.GetProperty("platform_import_error").GetBoolean());
    }

    private static void AssertJson(string expected, JsonElement actual) =>
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), actual), actual.GetRawText());
}
