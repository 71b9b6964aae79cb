using System.Text.Json;

namespace UponAi.Client.Wire;

/// <summary>
/// Reads the contract's <c>PhoneNumber</c>, and the answer's <c>assignment</c>, whose members are a part of the same. Remembers which members
/// were there; keeps unknown ones as raw JSON.
/// </summary>
internal static class PhoneNumberReader
{
    internal static PhoneNumber Read(ref Utf8JsonReader reader)
    {
        var phone = new PhoneNumber();
        Dictionary<string, string>? unknown = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!TryReadMember(ref reader, phone)) KeepRaw(ref reader, unknown ??= new Dictionary<string, string>(StringComparer.Ordinal));
        }

        if (unknown is not null) phone.AdditionalMembers = unknown;
        return phone;
    }

    private static bool TryReadMember(ref Utf8JsonReader reader, PhoneNumber phone)
    {
        if (Is(ref reader, "id"u8, phone, PhoneNumberMembers.Id)) phone.Id = JsonScalars.ReadWhole(ref reader, "id");
        else if (Is(ref reader, "number"u8, phone, PhoneNumberMembers.Number)) phone.Number = JsonScalars.ReadText(ref reader, "number");
        else if (Is(ref reader, "base_number"u8, phone, PhoneNumberMembers.BaseNumber)) phone.BaseNumber = JsonScalars.ReadText(ref reader, "base_number");
        else if (Is(ref reader, "account_sid"u8, phone, PhoneNumberMembers.AccountSid)) phone.AccountSid = JsonScalars.ReadRecurringText(ref reader, "account_sid");
        else if (Is(ref reader, "workspace_id"u8, phone, PhoneNumberMembers.WorkspaceId)) phone.WorkspaceId = JsonScalars.ReadInt(ref reader, "workspace_id");
        else if (Is(ref reader, "agent_id"u8, phone, PhoneNumberMembers.AgentId)) phone.AgentId = JsonScalars.ReadRecurringText(ref reader, "agent_id");
        else if (Is(ref reader, "default_agent_id"u8, phone, PhoneNumberMembers.DefaultAgentId)) phone.DefaultAgentId = JsonScalars.ReadRecurringText(ref reader, "default_agent_id");
        else if (Is(ref reader, "inbound_agent_id"u8, phone, PhoneNumberMembers.InboundAgentId)) phone.InboundAgentId = JsonScalars.ReadRecurringText(ref reader, "inbound_agent_id");
        else if (Is(ref reader, "inbound_agents"u8, phone, PhoneNumberMembers.InboundAgents)) phone.InboundAgents = AgentRefsReader.Read(ref reader, "inbound_agents");
        else if (Is(ref reader, "outbound_agents"u8, phone, PhoneNumberMembers.OutboundAgents)) phone.OutboundAgents = AgentRefsReader.Read(ref reader, "outbound_agents");
        else if (Is(ref reader, "inbound_agent_version"u8, phone, PhoneNumberMembers.InboundAgentVersion)) phone.InboundAgentVersion = JsonScalars.ReadInt(ref reader, "inbound_agent_version");
        else if (Is(ref reader, "outbound_agent_version"u8, phone, PhoneNumberMembers.OutboundAgentVersion)) phone.OutboundAgentVersion = JsonScalars.ReadInt(ref reader, "outbound_agent_version");
        else if (Is(ref reader, "application_sid"u8, phone, PhoneNumberMembers.ApplicationSid)) phone.ApplicationSid = JsonScalars.ReadRecurringText(ref reader, "application_sid");
        else if (Is(ref reader, "phone_number_sid"u8, phone, PhoneNumberMembers.PhoneNumberSid)) phone.PhoneNumberSid = JsonScalars.ReadText(ref reader, "phone_number_sid");
        else if (Is(ref reader, "inbound_webhook_url"u8, phone, PhoneNumberMembers.InboundWebhookUrl)) phone.InboundWebhookUrl = JsonScalars.ReadRecurringText(ref reader, "inbound_webhook_url");
        else if (Is(ref reader, "is_time_routing_enabled"u8, phone, PhoneNumberMembers.IsTimeRoutingEnabled)) phone.IsTimeRoutingEnabled = JsonScalars.ReadBool(ref reader, "is_time_routing_enabled");
        else if (Is(ref reader, "platform_import_error"u8, phone, PhoneNumberMembers.PlatformImportError)) phone.PlatformImportError = JsonScalars.ReadBool(ref reader, "platform_import_error");
        else if (Is(ref reader, "platform_import_error_message"u8, phone, PhoneNumberMembers.PlatformImportErrorMessage)) phone.PlatformImportErrorMessage = JsonScalars.ReadText(ref reader, "platform_import_error_message");
        else return false;
        return true;
    }

    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, PhoneNumber phone, PhoneNumberMembers member)
    {
        if (!reader.ValueTextEquals(name)) return false;
        if (phone.Carries(member)) throw WrongShapeException.Twice(reader.GetString()!);
        phone.CarriedMembers |= member;
        return reader.Read();
    }

    private static void KeepRaw(ref Utf8JsonReader reader, Dictionary<string, string> unknown)
    {
        var name = reader.GetString()!;
        reader.Read();
        using var value = JsonDocument.ParseValue(ref reader);
        unknown[name] = value.RootElement.GetRawText();
    }
}
