using System.Globalization;
using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// Reads rows of the lists of agents and agent versions. Unknown members are ignored, and of repeated members the last
/// counts, because these rows are never sent back.
/// </summary>
internal static class AgentReader
{
    /// <summary>Reads an agent, or a version of an agent.</summary>
    internal static ListRow<Agent> ReadRow(ref Utf8JsonReader reader, StringCache cache)
    {
        string? id = null;
        int? version = null;
        string? name = null;
        DateTimeOffset? updatedAt = null;
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.TryMoveToValueOf("agent_id"u8))
                    id = JsonScalars.ReadRecurringText(ref reader, "agent_id", cache);
                else if (reader.TryMoveToValueOf("version"u8))
                    version = JsonScalars.ReadInt(ref reader, "version");
                else if (reader.TryMoveToValueOf("agent_name"u8))
                    name = JsonScalars.ReadRecurringText(ref reader, "agent_name", cache);
                else if (reader.TryMoveToValueOf("updated_at"u8))
                    updatedAt = ReadTime(ref reader);
                else reader.Skip();
            }
        }
        catch (UnexpectedJsonException e)
        {
            // The rest of the row is not read. ListParser gives each row a separate reader.
            return new ListRow<Agent>(null, Name: id, Problem: e.Message);
        }

        return string.IsNullOrEmpty(id)
            ? new ListRow<Agent>(null, Name: null, Problem: "has an agent without 'agent_id'")
            : new ListRow<Agent>(new Agent(id!, version, name, updatedAt), Name: id, Problem: null);
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
