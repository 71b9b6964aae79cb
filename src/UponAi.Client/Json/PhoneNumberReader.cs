using System.Globalization;
using System.Text;
using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// Reads the contract's <c>PhoneNumber</c> in lists and responses. The <c>assignment</c> of a response and the states
/// in a journal have the same members. An unreadable member is recorded in <see
/// cref="PhoneNumber.UnreadableProperties"/>, and does not affect the other members.
/// </summary>
internal static class PhoneNumberReader
{
    // In the contract's order. Most responses follow it, so the search for a name begins after the previous name.
    private static readonly Member[] Members =
    [
        Long("id", PhoneNumberProperties.Id, static (phone, id) => phone.Id = id),
        Text("number", PhoneNumberProperties.Number, static (phone, number) => phone.Number = number),
        Text("base_number", PhoneNumberProperties.BaseNumber, static (phone, number) => phone.BaseNumber = number),
        RecurringText("account_sid", PhoneNumberProperties.AccountSid, static (phone, sid) => phone.AccountSid = sid),
        Int("workspace_id", PhoneNumberProperties.WorkspaceId, static (phone, id) => phone.WorkspaceId = id),
        RecurringText("agent_id", PhoneNumberProperties.AgentId, static (phone, id) => phone.AgentId = id),
        RecurringText(
            "default_agent_id", PhoneNumberProperties.DefaultAgentId, static (phone, id) => phone.DefaultAgentId = id),
        RecurringText(
            "inbound_agent_id", PhoneNumberProperties.InboundAgentId, static (phone, id) => phone.InboundAgentId = id),
        Agents(
            "inbound_agents", PhoneNumberProperties.InboundAgents, static (phone, list) => phone.InboundAgents = list),
        Agents(
            "outbound_agents",
            PhoneNumberProperties.OutboundAgents,
            static (phone, list) => phone.OutboundAgents = list),
        Int(
            "inbound_agent_version",
            PhoneNumberProperties.InboundAgentVersion,
            static (phone, version) => phone.InboundAgentVersion = version),
        Int(
            "outbound_agent_version",
            PhoneNumberProperties.OutboundAgentVersion,
            static (phone, version) => phone.OutboundAgentVersion = version),
        RecurringText(
            "application_sid", PhoneNumberProperties.ApplicationSid, static (phone, sid) => phone.ApplicationSid = sid),
        Text(
            "phone_number_sid",
            PhoneNumberProperties.PhoneNumberSid,
            static (phone, sid) => phone.PhoneNumberSid = sid),
        RecurringText(
            "inbound_webhook_url",
            PhoneNumberProperties.InboundWebhookUrl,
            static (phone, url) => phone.InboundWebhookUrl = url),
        Bool(
            "is_time_routing_enabled",
            PhoneNumberProperties.IsTimeRoutingEnabled,
            static (phone, isOn) => phone.IsTimeRoutingEnabled = isOn),
        Bool(
            "platform_import_error",
            PhoneNumberProperties.PlatformImportError,
            static (phone, isError) => phone.PlatformImportError = isError),
        Text(
            "platform_import_error_message",
            PhoneNumberProperties.PlatformImportErrorMessage,
            static (phone, message) => phone.PlatformImportErrorMessage = message),
    ];

    private delegate void ReadValue(ref Utf8JsonReader reader, PhoneNumber phone, StringCache cache);

    /// <summary>Reads a row of the list of numbers.</summary>
    internal static ListRow<PhoneNumber> ReadRow(ref Utf8JsonReader reader, StringCache cache)
    {
        var phone = Read(ref reader, cache, out var problems);
        return new ListRow<PhoneNumber>(phone, phone.Number, problems is null ? null : string.Join(", and ", problems));
    }

    /// <summary>Reads the current object of the reader.</summary>
    /// <param name="problems">
    /// The problem of each unreadable member, as the rest of a sentence after "The response". Null without problems.
    /// </param>
    internal static PhoneNumber Read(ref Utf8JsonReader reader, StringCache cache, out List<string>? problems)
    {
        problems = null;
        var phone = new PhoneNumber();
        Dictionary<string, string>? unknown = null;
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (FindMember(ref reader, ref next) is not { } member)
                KeepUnknown(ref reader, unknown ??= new(StringComparer.Ordinal), ref problems);
            else if (ReadMember(ref reader, member, phone, cache) is { } problem) (problems ??= []).Add(problem);
        }

        if (unknown is not null) phone.AdditionalProperties = unknown;
        return phone;
    }

    private static Member? FindMember(ref Utf8JsonReader reader, ref int next)
    {
        for (var i = 0; i < Members.Length; i++)
        {
            var member = Members[(next + i) % Members.Length];
            if (!reader.ValueTextEquals(member.Utf8Name)) continue;
            next += i + 1;
            return member;
        }

        return null;
    }

    /// <returns>The reason why the member cannot be read, or null.</returns>
    private static string? ReadMember(ref Utf8JsonReader reader, Member member, PhoneNumber phone, StringCache cache)
    {
        reader.Read();
        var depth = reader.CurrentDepth;
        string problem;
        try
        {
            if (phone.Has(member.Flag) || (phone.UnreadableProperties & member.Flag) != 0)
                throw UnexpectedJsonException.Twice(member.Name);
            member.Read(ref reader, phone, cache);
            phone.ReturnedProperties |= member.Flag;
            return null;
        }
        catch (UnexpectedJsonException e)
        {
            problem = e.Message;
        }
        catch (InvalidOperationException)
        {
            problem = $"has text for '{member.Name}' that is not UTF-8";
        }

        // Move to the end of the value. The exception may have left the reader inside a list of agents.
        reader.Skip();
        while (reader.CurrentDepth > depth && reader.Read())
        {
        }

        phone.UnreadableProperties |= member.Flag;
        phone.ReturnedProperties &= ~member.Flag;
        Clear(member, phone, cache);
        return problem;
    }

    /// <summary>Sets the member to null, also if an earlier occurrence was readable.</summary>
    private static void Clear(Member member, PhoneNumber phone, StringCache cache)
    {
        var json = new Utf8JsonReader("null"u8);
        json.Read();
        member.Read(ref json, phone, cache);
    }

    private static void KeepUnknown(
        ref Utf8JsonReader reader, Dictionary<string, string> unknown, ref List<string>? problems)
    {
        var start = reader;
        try
        {
            var name = ControlSymbols.Show(reader.GetString()!);
            reader.Read();
            using var value = JsonDocument.ParseValue(ref reader);
            // Of a repeated name the last value counts, because these values are only shown.
            unknown[name] = Escape(value.RootElement.GetRawText());
        }
        catch (InvalidOperationException)
        {
            (problems ??= []).Add("has a member whose text is not UTF-8");
            reader = start;
            reader.Skip();
        }
    }

    /// <summary>Escapes the control characters that JSON allows in texts without an escape.</summary>
    private static string Escape(string json) => json.Any(IsBareControl)
        ? string.Concat(json.Select(c =>
            IsBareControl(c) ? "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture) : c.ToString()))
        : json;

    private static bool IsBareControl(char c) => c is >= '\u007f' and <= '\u009f';

    private static Member Text(string name, PhoneNumberProperties flag, Action<PhoneNumber, string?> set) =>
        new(name, flag, (ref reader, phone, _) => set(phone, JsonScalars.ReadText(ref reader, name)));

    /// <summary>Creates a member whose value many numbers share, so that its strings are cached.</summary>
    private static Member RecurringText(string name, PhoneNumberProperties flag, Action<PhoneNumber, string?> set) =>
        new(
            name,
            flag,
            (ref reader, phone, cache) => set(phone, JsonScalars.ReadRecurringText(ref reader, name, cache)));

    private static Member Long(string name, PhoneNumberProperties flag, Action<PhoneNumber, long?> set) =>
        new(name, flag, (ref reader, phone, _) => set(phone, JsonScalars.ReadLong(ref reader, name)));

    private static Member Int(string name, PhoneNumberProperties flag, Action<PhoneNumber, int?> set) =>
        new(name, flag, (ref reader, phone, _) => set(phone, JsonScalars.ReadInt(ref reader, name)));

    private static Member Bool(string name, PhoneNumberProperties flag, Action<PhoneNumber, bool?> set) =>
        new(name, flag, (ref reader, phone, _) => set(phone, JsonScalars.ReadBool(ref reader, name)));

    private static Member Agents(
        string name, PhoneNumberProperties flag, Action<PhoneNumber, AgentRefCollection?> set) =>
        new(name, flag, (ref reader, phone, cache) => set(phone, AgentRefsReader.Read(ref reader, name, cache)));

    private sealed class Member(string name, PhoneNumberProperties flag, ReadValue read)
    {
        internal string Name => name;

        internal byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

        internal PhoneNumberProperties Flag => flag;

        internal ReadValue Read => read;
    }
}
