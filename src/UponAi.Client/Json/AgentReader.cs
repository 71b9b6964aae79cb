using System.Globalization;
using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>Reads rows of the lists of agents and agent versions. Unknown members are ignored.</summary>
internal static class AgentReader
{
    /// <summary>Reads an agent, or a version of an agent.</summary>
    internal static ListRow<Agent> ReadRow(ref Utf8JsonReader reader, StringCache texts)
    {
        string? id = null;
        int? version = null;
        string? name = null;
        DateTimeOffset? updatedAt = null;
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("agent_id"u8) && reader.Read())
                    id = JsonScalars.ReadRecurringText(ref reader, "agent_id", texts);
                else if (reader.ValueTextEquals("version"u8) && reader.Read())
                    version = JsonScalars.ReadInt(ref reader, "version");
                else if (reader.ValueTextEquals("agent_name"u8) && reader.Read())
                    name = JsonScalars.ReadRecurringText(ref reader, "agent_name", texts);
                else if (reader.ValueTextEquals("updated_at"u8) && reader.Read())
                    updatedAt = ReadTime(ref reader);
                else reader.Skip();
            }
        }
        catch (UnexpectedJsonException e)
        {
            return new ListRow<Agent>(null, id, e.Message);
        }

        return string.IsNullOrEmpty(id)
            ? new ListRow<Agent>(null, null, "has an agent without 'agent_id'")
            : new ListRow<Agent>(new Agent(id!, version, name, updatedAt), id, null);
    }

    // The format is not documented. A list without times is still useful.
    private static DateTimeOffset? ReadTime(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String
            && DateTimeOffset.TryParse(
                reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        reader.Skip();
        return null;
    }
}

/// <summary>
/// Reads an array of the contract's <c>AgentRef</c>. The values are not checked, because the rules for agents apply
/// only to requests.
/// </summary>
internal static class AgentRefsReader
{
    internal static AgentRefCollection? Read(ref Utf8JsonReader reader, string member, StringCache texts)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new UnexpectedJsonException($"has for '{member}' no array of agents");

        // Saves memory: most numbers have at most one agent, and need no list.
        if (ReadNext(ref reader, member, texts) is not { } first) return AgentRefCollection.Empty;
        if (ReadNext(ref reader, member, texts) is not { } second) return new AgentRefCollection([first]);
        var agents = new List<AgentRef> { first, second };
        while (ReadNext(ref reader, member, texts) is { } next) agents.Add(next);
        return new AgentRefCollection(agents);
    }

    private static AgentRef? ReadNext(ref Utf8JsonReader reader, string member, StringCache texts)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.EndArray => null,
            JsonTokenType.StartObject => ReadOne(ref reader, member, texts),
            _ => throw new UnexpectedJsonException($"has in '{member}' an element that is not an agent"),
        };
    }

    private static AgentRef ReadOne(ref Utf8JsonReader reader, string member, StringCache texts)
    {
        string? id = null;
        int? version = null;
        decimal? weight = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("agent_id"u8) && reader.Read())
                id = Once(id, JsonScalars.ReadRecurringText(ref reader, "agent_id", texts), "agent_id");
            else if (reader.ValueTextEquals("agent_version"u8) && reader.Read())
                version = Once(version, JsonScalars.ReadInt(ref reader, "agent_version"), "agent_version");
            else if (reader.ValueTextEquals("weight"u8) && reader.Read())
                weight = Once(weight, JsonScalars.ReadNumber(ref reader, "weight"), "weight");
            else reader.Skip();
        }

        if (id is null) throw new UnexpectedJsonException($"has in '{member}' an agent without 'agent_id'");
        return AgentRef.FromPlatform(id, version, weight);
    }

    private static T Once<T>(T before, T now, string member) =>
        before is null ? now : throw UnexpectedJsonException.Twice(member);
}
