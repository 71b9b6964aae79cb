using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// Reads an array of the contract's <c>AgentRef</c> in a phone number, or in the body of a journal's request. The
/// values are not checked, because the rules for agents apply only to requests. A repeated member is an error, because
/// these agents are compared with requests and can be sent back.
/// </summary>
internal static class AgentRefsReader
{
    internal static AgentRefCollection? Read(ref Utf8JsonReader reader, string member, StringCache cache)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new UnexpectedJsonException($"has no array of agents for '{member}'");

        // Saves memory: most numbers have at most one agent, and an array is smaller than the List of [first].
        if (ReadNext(ref reader, member, cache) is not { } first) return AgentRefCollection.Empty;
        if (ReadNext(ref reader, member, cache) is not { } second) return new AgentRefCollection(new[] { first });
        var agents = new List<AgentRef> { first, second };
        while (ReadNext(ref reader, member, cache) is { } next) agents.Add(next);
        return new AgentRefCollection(agents);
    }

    private static AgentRef? ReadNext(ref Utf8JsonReader reader, string member, StringCache cache)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.EndArray => null,
            JsonTokenType.StartObject => ReadOne(ref reader, member, cache),
            _ => throw new UnexpectedJsonException($"has an element in '{member}' that is not an agent"),
        };
    }

    private static AgentRef ReadOne(ref Utf8JsonReader reader, string member, StringCache cache)
    {
        string? id = null;
        int? version = null;
        decimal? weight = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.TryMoveToValueOf("agent_id"u8))
                id = Once(id, JsonScalars.ReadRecurringText(ref reader, "agent_id", cache), "agent_id");
            else if (reader.TryMoveToValueOf("agent_version"u8))
                version = Once(version, JsonScalars.ReadInt(ref reader, "agent_version"), "agent_version");
            else if (reader.TryMoveToValueOf("weight"u8))
                weight = Once(weight, JsonScalars.ReadNumber(ref reader, "weight"), "weight");
            else reader.Skip();
        }

        if (id is null) throw new UnexpectedJsonException($"has an agent without 'agent_id' in '{member}'");
        return AgentRef.FromPlatform(id, version, weight);
    }

    private static T Once<T>(T earlier, T value, string member) =>
        earlier is null ? value : throw UnexpectedJsonException.Twice(member);
}
