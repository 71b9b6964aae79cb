using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// Writes an array of the contract's <c>AgentRef</c>, for requests and for the states of numbers in a journal.
/// </summary>
internal static class AgentRefsWriter
{
    internal static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, AgentRefCollection agents)
    {
        json.WriteStartArray(name);
        foreach (var agent in agents)
        {
            json.WriteStartObject();
            json.WriteString("agent_id"u8, agent.AgentId);
            if (agent.AgentVersion is { } version) json.WriteNumber("agent_version"u8, version);
            if (agent.Weight is { } weight) json.WriteNumber("weight"u8, WithoutTrailingZeros(weight));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // A journal compares requests by their bytes, so equal weights must be equal text: 0.10 becomes 0.1. The division
    // by a 1 with all decimal places drops the zeros.
    private static decimal WithoutTrailingZeros(decimal weight) => weight / 1.0000000000000000000000000000m;
}
