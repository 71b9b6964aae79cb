using System.Text;
using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// Reads the contract's <c>PhoneNumber</c>, and the answer's <c>assignment</c>, whose members are a part of the same. Remembers which members
/// were there; keeps unknown ones as raw JSON.
/// </summary>
internal static class PhoneNumberReader
{
    // In the contract's order, in which answers mostly have them, so that looking begins behind the one before.
    private static readonly Member[] Members =
    [
        new("id", PhoneNumberProperties.Id, static (ref reader, name, phone) => phone.Id = JsonScalars.ReadWhole(ref reader, name)),
        new("number", PhoneNumberProperties.Number, static (ref reader, name, phone) => phone.Number = JsonScalars.ReadText(ref reader, name)),
        new("base_number", PhoneNumberProperties.BaseNumber, static (ref reader, name, phone) => phone.BaseNumber = JsonScalars.ReadText(ref reader, name)),
        new("account_sid", PhoneNumberProperties.AccountSid, static (ref reader, name, phone) => phone.AccountSid = JsonScalars.ReadRecurringText(ref reader, name)),
        new("workspace_id", PhoneNumberProperties.WorkspaceId, static (ref reader, name, phone) => phone.WorkspaceId = JsonScalars.ReadInt(ref reader, name)),
        new("agent_id", PhoneNumberProperties.AgentId, static (ref reader, name, phone) => phone.AgentId = JsonScalars.ReadRecurringText(ref reader, name)),
        new("default_agent_id", PhoneNumberProperties.DefaultAgentId, static (ref reader, name, phone) => phone.DefaultAgentId = JsonScalars.ReadRecurringText(ref reader, name)),
        new("inbound_agent_id", PhoneNumberProperties.InboundAgentId, static (ref reader, name, phone) => phone.InboundAgentId = JsonScalars.ReadRecurringText(ref reader, name)),
        new("inbound_agents", PhoneNumberProperties.InboundAgents, static (ref reader, name, phone) => phone.InboundAgents = AgentRefsReader.Read(ref reader, name)),
        new("outbound_agents", PhoneNumberProperties.OutboundAgents, static (ref reader, name, phone) => phone.OutboundAgents = AgentRefsReader.Read(ref reader, name)),
        new("inbound_agent_version", PhoneNumberProperties.InboundAgentVersion, static (ref reader, name, phone) => phone.InboundAgentVersion = JsonScalars.ReadInt(ref reader, name)),
        new("outbound_agent_version", PhoneNumberProperties.OutboundAgentVersion, static (ref reader, name, phone) => phone.OutboundAgentVersion = JsonScalars.ReadInt(ref reader, name)),
        new("application_sid", PhoneNumberProperties.ApplicationSid, static (ref reader, name, phone) => phone.ApplicationSid = JsonScalars.ReadRecurringText(ref reader, name)),
        new("phone_number_sid", PhoneNumberProperties.PhoneNumberSid, static (ref reader, name, phone) => phone.PhoneNumberSid = JsonScalars.ReadText(ref reader, name)),
        new("inbound_webhook_url", PhoneNumberProperties.InboundWebhookUrl, static (ref reader, name, phone) => phone.InboundWebhookUrl = JsonScalars.ReadRecurringText(ref reader, name)),
        new("is_time_routing_enabled", PhoneNumberProperties.IsTimeRoutingEnabled, static (ref reader, name, phone) => phone.IsTimeRoutingEnabled = JsonScalars.ReadBool(ref reader, name)),
        new("platform_import_error", PhoneNumberProperties.PlatformImportError, static (ref reader, name, phone) => phone.PlatformImportError = JsonScalars.ReadBool(ref reader, name)),
        new("platform_import_error_message", PhoneNumberProperties.PlatformImportErrorMessage, static (ref reader, name, phone) => phone.PlatformImportErrorMessage = JsonScalars.ReadText(ref reader, name)),
    ];

    private delegate void ReadValue(ref Utf8JsonReader reader, string name, PhoneNumber phone);

    internal static PhoneNumber Read(ref Utf8JsonReader reader)
    {
        var phone = new PhoneNumber();
        Dictionary<string, string>? unknown = null;
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!TryReadMember(ref reader, phone, ref next)) KeepRaw(ref reader, unknown ??= new Dictionary<string, string>(StringComparer.Ordinal));
        }

        if (unknown is not null) phone.AdditionalProperties = unknown;
        return phone;
    }

    private static bool TryReadMember(ref Utf8JsonReader reader, PhoneNumber phone, ref int next)
    {
        for (var i = 0; i < Members.Length; i++)
        {
            var member = Members[(next + i) % Members.Length];
            if (!reader.ValueTextEquals(member.Utf8Name)) continue;
            if (phone.Has(member.Flag)) throw UnexpectedJsonException.Twice(member.Name);
            phone.ReturnedProperties |= member.Flag;
            reader.Read();
            member.Read(ref reader, member.Name, phone);
            next += i + 1;
            return true;
        }

        return false;
    }

    private static void KeepRaw(ref Utf8JsonReader reader, Dictionary<string, string> unknown)
    {
        var name = reader.GetString()!;
        reader.Read();
        using var value = JsonDocument.ParseValue(ref reader);
        unknown[name] = value.RootElement.GetRawText();
    }

    private sealed class Member(string name, PhoneNumberProperties flag, ReadValue read)
    {
        internal string Name => name;

        internal byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

        internal PhoneNumberProperties Flag => flag;

        internal ReadValue Read => read;
    }
}
