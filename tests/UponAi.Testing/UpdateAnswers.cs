using System.Text.Json;
using System.Text.Json.Nodes;

namespace UponAi.Testing;

/// <summary>Bodies of the responses of the contract.</summary>
public static class UpdateAnswers
{
    /// <summary>Returns a <c>PhoneNumberUpdateResponse</c> with these elements of <c>numbers</c>.</summary>
    public static string Of(params string[] numbers) =>
        $$"""{"success":true,"message":"Phone number updated.","numbers":[{{string.Join(",", numbers)}}]}""";

    /// <summary>An element of <c>numbers</c>.</summary>
    /// <param name="members">Further members, such as <c>"inbound_agent_id":"agent_a"</c>.</param>
    public static string Number(string number, params string[] members) =>
        $$"""{{{string.Join(",", [$"\"number\":{JsonSerializer.Serialize(number)}", .. members])}}}""";

    /// <summary>Returns an element of <c>numbers</c> with all 18 members of the contract.</summary>
    public static string FullNumber(string number) => $$"""
        {
          "id": 42,
          "number": {{JsonSerializer.Serialize(number)}},
          "base_number": "+14155550100",
          "account_sid": "AC1",
          "workspace_id": 7,
          "agent_id": "agent_out",
          "default_agent_id": "agent_default",
          "inbound_agent_id": "agent_a",
          "inbound_agents": [
            {"agent_id": "agent_a", "agent_version": 0, "weight": 0.5},
            {"agent_id": "agent_b", "agent_version": 3, "weight": 0.5}
          ],
          "outbound_agents": [{"agent_id": "agent_out", "agent_version": 2, "weight": 1}],
          "inbound_agent_version": 0,
          "outbound_agent_version": 2,
          "application_sid": "AP1",
          "phone_number_sid": "PN1",
          "inbound_webhook_url": "https://example.com/hook",
          "is_time_routing_enabled": true,
          "platform_import_error": false,
          "platform_import_error_message": null
        }
        """;

    /// <summary>Returns an <c>ErrorResponse</c>.</summary>
    public static string Error(string error) => $$"""{"error":{{JsonSerializer.Serialize(error)}}}""";

    /// <summary>Returns a response that says that the platform made exactly the requested change.</summary>
    public static string Agreeing(ReceivedRequest request)
    {
        var asked = JsonNode.Parse(request.Body)!.AsObject();
        var answered = new JsonObject { ["number"] = Uri.UnescapeDataString(request.Target.Split('/')[^2]) };
        foreach (var (name, value) in asked)
        {
            if (Answered(name) is { } member) answered[member] = value?.DeepClone();
        }

        return Of(answered.ToJsonString());
    }

    private static string? Answered(string asked) => asked switch
    {
        "accountSid" => "account_sid",
        "workspaceId" => "workspace_id",
        "outboundAgentId" => "agent_id",
        "outboundAgentVersion" => "outbound_agent_version",
        "outboundAgents" => "outbound_agents",
        "inboundAgents" => "inbound_agents",
        "inboundWebhookUrl" => "inbound_webhook_url",
        "isTimeRoutingEnabled" => "is_time_routing_enabled",
        _ => null,
    };
}
