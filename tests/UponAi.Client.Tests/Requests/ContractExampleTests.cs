using System.Text.Json.Nodes;
using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Requests;

public sealed class ContractExampleTests
{
    [Fact]
    public async Task The_contracts_example_request_is_reproduced_member_for_member()
    {
        await using var platform = Platform.Agreeing();
        var assignment = TestAssignments.For() with
        {
            Outbound = TestAssignments.Agents("agent_d3c2df14e163c7ca8ac5b1bf38@0"),
            Inbound =
                TestAssignments.Agents("agent_d3c2df14e163c7ca8ac5b1bf38@0=50%;agent_1f864a29b7c2ab407103c88335@0=50%"),
            InboundWebhook =
                TestAssignments.Webhook("https://app.uponai.com/inbound-dynamic-vars/1/uponaiworkspace-913"),
            TimeRouting = false,
        };

        var outcome = await platform.Client.UpdateAsync(
            assignment,
            new NumberLocation("29e90072-fb58-4c6c-870a-43005115131e", 1),
            TestTimeout.Token);

        var example = JsonNode.Parse("""
            {
              "accountSid": "29e90072-fb58-4c6c-870a-43005115131e",
              "workspaceId": 1,
              "outboundAgentId": "agent_d3c2df14e163c7ca8ac5b1bf38",
              "outboundAgentVersion": 0,
              "inboundAgents": [
                { "agent_id": "agent_d3c2df14e163c7ca8ac5b1bf38", "agent_version": 0, "weight": 0.5 },
                { "agent_id": "agent_1f864a29b7c2ab407103c88335", "agent_version": 0, "weight": 0.5 }
              ],
              "inboundWebhookUrl": "https://app.uponai.com/inbound-dynamic-vars/1/uponaiworkspace-913",
              "isTimeRoutingEnabled": false
            }
            """);
        var sent = JsonNode.Parse(Assert.Single(platform.Server.Requests).Body);
        Assert.True(JsonNode.DeepEquals(example, sent), sent!.ToJsonString());
        Assert.Empty(outcome.Warnings);
    }
}
