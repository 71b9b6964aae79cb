using System.Globalization;
using System.Text.Json;

namespace UponAi.Client.Wire;

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
