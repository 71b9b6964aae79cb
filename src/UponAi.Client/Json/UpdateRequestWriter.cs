using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// Writes the contract's <c>UpdatePhoneNumberRequest</c>: top-level names in camelCase, agents in snake_case. An
/// unchanged property is absent. A cleared property is <c>null</c>, or an empty array for inbound agents.
/// </summary>
internal static class UpdateRequestWriter
{
    // Division by this value drops trailing zeros: 0.10 becomes 0.1.
    private const decimal One = 1.0000000000000000000000000000m;

    internal static byte[] Write(NumberAssignment assignment, NumberLocation location)
    {
        var buffer = JsonBuffer.ForThread;
        var json = buffer.Begin();
        json.WriteStartObject();
        json.WriteString("accountSid"u8, location.AccountSid);
        json.WriteNumber("workspaceId"u8, location.WorkspaceId);
        WriteOutbound(json, assignment.Outbound);
        WriteInbound(json, assignment.Inbound);
        WriteWebhook(json, assignment.InboundWebhook);
        if (assignment.TimeRouting is { } timeRouting) json.WriteBoolean("isTimeRoutingEnabled"u8, timeRouting);
        json.WriteEndObject();
        return buffer.End();
    }

    // The contract's schema has one outbound agent, but its text allows several. One agent is sent as the schema says.
    // Several agents are sent in the form of inboundAgents.
    private static void WriteOutbound(Utf8JsonWriter json, Change<AgentSplit> outbound)
    {
        if (outbound.Kind == ChangeKind.Clear) json.WriteNull("outboundAgentId"u8);
        if (outbound.Kind != ChangeKind.Set) return;

        var agents = outbound.Value.Agents;
        if (agents.Count > 1)
        {
            WriteAgents(json, "outboundAgents"u8, agents);
            return;
        }

        json.WriteString("outboundAgentId"u8, agents[0].AgentId);
        if (agents[0].AgentVersion is { } version) json.WriteNumber("outboundAgentVersion"u8, version);
    }

    private static void WriteInbound(Utf8JsonWriter json, Change<AgentSplit> inbound)
    {
        if (inbound.Kind == ChangeKind.Clear) WriteAgents(json, "inboundAgents"u8, AgentRefCollection.Empty);
        else if (inbound.Kind == ChangeKind.Set) WriteAgents(json, "inboundAgents"u8, inbound.Value.Agents);
    }

    private static void WriteWebhook(Utf8JsonWriter json, Change<Webhook> webhook)
    {
        if (webhook.Kind == ChangeKind.Clear) json.WriteNull("inboundWebhookUrl"u8);
        else if (webhook.Kind == ChangeKind.Set) json.WriteString("inboundWebhookUrl"u8, webhook.Value.ToString());
    }

    internal static void WriteAgents(Utf8JsonWriter json, ReadOnlySpan<byte> name, AgentRefCollection agents)
    {
        json.WriteStartArray(name);
        foreach (var agent in agents)
        {
            json.WriteStartObject();
            json.WriteString("agent_id"u8, agent.AgentId);
            if (agent.AgentVersion is { } version) json.WriteNumber("agent_version"u8, version);
            if (agent.Weight is { } weight) json.WriteNumber("weight"u8, weight / One);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
