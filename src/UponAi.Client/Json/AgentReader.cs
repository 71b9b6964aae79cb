using System.Globalization;
using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>Reads a row of the list of agents, or of the list of an agent's versions. Unknown members are left alone.</summary>
internal static class AgentReader
{
    internal static Agent Read(ref Utf8JsonReader reader)
    {
        string? id = null;
        int? version = null;
        string? name = null;
        DateTimeOffset? updatedAt = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("agent_id"u8) && reader.Read()) id = JsonScalars.ReadRecurringText(ref reader, "agent_id");
            else if (reader.ValueTextEquals("version"u8) && reader.Read()) version = JsonScalars.ReadInt(ref reader, "version");
            else if (reader.ValueTextEquals("agent_name"u8) && reader.Read()) name = JsonScalars.ReadRecurringText(ref reader, "agent_name");
            else if (reader.ValueTextEquals("updated_at"u8) && reader.Read()) updatedAt = ReadTime(ref reader);
            else reader.Skip();
        }

        return string.IsNullOrEmpty(id) ? throw new UnexpectedJsonException("has an agent without 'agent_id'") : new Agent(id!, version, name, updatedAt);
    }

    // No more than a remark: how it is written is not known, and no reason to go without the list.
    private static DateTimeOffset? ReadTime(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String
            && DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return time;
        reader.Skip();
        return null;
    }
}

/// <summary>Reads an array of the contract's <c>AgentRef</c>. Values are taken as they are: the rules bind what is sent, not what is reported.</summary>
internal static class AgentRefsReader
{
    internal static AgentRefCollection? Read(ref Utf8JsonReader reader, string member)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.StartArray) throw new UnexpectedJsonException($"has for '{member}' no array of agents");

        // Nearly always there is one, or none.
        if (ReadNext(ref reader, member) is not { } first) return AgentRefCollection.Empty;
        if (ReadNext(ref reader, member) is not { } second) return new AgentRefCollection([first]);
        var agents = new List<AgentRef> { first, second };
        while (ReadNext(ref reader, member) is { } next) agents.Add(next);
        return new AgentRefCollection(agents);
    }

    private static AgentRef? ReadNext(ref Utf8JsonReader reader, string member)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.EndArray => null,
            JsonTokenType.StartObject => ReadOne(ref reader, member),
            _ => throw new UnexpectedJsonException($"has in '{member}' something that is no agent"),
        };
    }

    private static AgentRef ReadOne(ref Utf8JsonReader reader, string member)
    {
        string? id = null;
        int? version = null;
        decimal? weight = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("agent_id"u8) && reader.Read()) id = Once(id, JsonScalars.ReadRecurringText(ref reader, "agent_id"), "agent_id");
            else if (reader.ValueTextEquals("agent_version"u8) && reader.Read()) version = Once(version, JsonScalars.ReadInt(ref reader, "agent_version"), "agent_version");
            else if (reader.ValueTextEquals("weight"u8) && reader.Read()) weight = Once(weight, JsonScalars.ReadNumber(ref reader, "weight"), "weight");
            else reader.Skip();
        }

        return AgentRef.FromPlatform(id ?? throw new UnexpectedJsonException($"has in '{member}' an agent without 'agent_id'"), version, weight);
    }

    private static T Once<T>(T before, T now, string member) => before is null ? now : throw UnexpectedJsonException.Twice(member);
}
