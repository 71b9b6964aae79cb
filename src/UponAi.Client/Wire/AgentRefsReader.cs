using System.Text.Json;

namespace UponAi.Client.Wire;

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
