using System.Text.Json;
using UponAi.Client.Json;

namespace UponAi.Client.Journaling;

/// <summary>
/// Writes the state of a number for <see cref="UpdateJournal"/>, and reads it for <see cref="JournalReader"/>: the
/// properties that can be assigned, under the names of the platform's phone number.
/// </summary>
internal static class JournalState
{
    /// <summary>Writes the properties that the platform reported.</summary>
    internal static byte[] Write(PhoneNumber phone)
    {
        var buffer = JsonBuffer.ForThread;
        var json = buffer.Begin();
        json.WriteStartObject();
        if (phone.ReportsInbound) AgentRefsWriter.Write(json, "inbound_agents"u8, phone.GetInbound());
        if (phone.ReportsOutbound) AgentRefsWriter.Write(json, "outbound_agents"u8, phone.GetOutbound());
        if (phone.ReportsWebhook)
            json.WriteString("inbound_webhook_url"u8, phone.InboundWebhookUrl);
        if (phone.ReportsTimeRouting)
            json.WriteBoolean("is_time_routing_enabled"u8, phone.IsTimeRoutingEnabled ?? false);
        json.WriteEndObject();
        return buffer.End();
    }

    /// <summary>Reads the state of the number that a line names.</summary>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    internal static PhoneNumber Read(ReadOnlySpan<byte> state, JournalLine line, StringCache cache)
    {
        var json = new Utf8JsonReader(state);
        json.Read();
        var phone = PhoneNumberReader.Read(ref json, cache, out var problems);
        if (problems is not null) throw new UnexpectedJsonException(problems[0]);
        (phone.Number, phone.AccountSid, phone.WorkspaceId) = (line.Number, line.Account, line.Workspace);
        phone.ReturnedProperties |=
            PhoneNumberProperties.Number | PhoneNumberProperties.AccountSid | PhoneNumberProperties.WorkspaceId;
        return phone;
    }
}
