using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// Writes the contract's <c>UpdatePhoneNumberRequest</c>: top-level names in camelCase, agents in snake_case. An
/// unchanged property is absent. A cleared property is <c>null</c>, or an empty array for inbound agents.
/// </summary>
/// <remarks>
/// <see cref="Journaling.UpdateJournal"/> recognizes a finished request by the hash of these bytes. If the order of the
/// members or the form of a number changes, the journal no longer recognizes the requests of earlier runs.
/// </remarks>
internal static class UpdateRequestWriter
{
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

    // The contract's schema has a single outbound agent, and a lone agent is sent in that form. The description also
    // allows several outbound agents, which are sent in the form of inboundAgents.
    private static void WriteOutbound(Utf8JsonWriter json, Change<AgentSplit> outbound)
    {
        if (outbound.Kind == ChangeKind.Clear) json.WriteNull("outboundAgentId"u8);
        if (outbound.Kind != ChangeKind.Set) return;

        var agents = outbound.Value.Agents;
        if (agents.Count > 1)
        {
            AgentRefsWriter.Write(json, "outboundAgents"u8, agents);
            return;
        }

        json.WriteString("outboundAgentId"u8, agents[0].AgentId);
        if (agents[0].AgentVersion is { } version) json.WriteNumber("outboundAgentVersion"u8, version);
    }

    private static void WriteInbound(Utf8JsonWriter json, Change<AgentSplit> inbound)
    {
        if (inbound.Kind == ChangeKind.Clear) AgentRefsWriter.Write(json, "inboundAgents"u8, AgentRefCollection.Empty);
        else if (inbound.Kind == ChangeKind.Set) AgentRefsWriter.Write(json, "inboundAgents"u8, inbound.Value.Agents);
    }

    private static void WriteWebhook(Utf8JsonWriter json, Change<Webhook> webhook)
    {
        if (webhook.Kind == ChangeKind.Clear) json.WriteNull("inboundWebhookUrl"u8);
        else if (webhook.Kind == ChangeKind.Set) json.WriteString("inboundWebhookUrl"u8, webhook.Value.ToString());
    }
}
