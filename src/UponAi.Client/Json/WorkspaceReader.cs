using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// Reads a row of the list of workspaces. The format is not documented, so the reader accepts the likely names and
/// requires only an id.
/// </summary>
internal static class WorkspaceReader
{
    internal static ListRow<Workspace> ReadRow(ref Utf8JsonReader reader, StringCache cache)
    {
        int? id = null;
        string? name = null;
        string? account = null;
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.FindName("id", "workspace_id", "workspaceId") is not null && reader.Read())
                    id ??= JsonScalars.ReadInt(ref reader, "id");
                else if (reader.FindName("name", "workspace_name", "workspaceName") is not null && reader.Read())
                    name ??= ReadOptional(ref reader, cache);
                else if (reader.FindName("account_sid", "accountSid") is not null && reader.Read())
                    account ??= ReadOptional(ref reader, cache);
                else reader.Skip();
            }
        }
        catch (UnexpectedJsonException e)
        {
            return new ListRow<Workspace>(null, Name: name, Problem: e.Message);
        }

        return id is { } known
            ? new ListRow<Workspace>(new Workspace(known, name, account), Name: null, Problem: null)
            : new ListRow<Workspace>(null, Name: name, Problem: "has a workspace without 'id'");
    }

    private static string? ReadOptional(ref Utf8JsonReader reader, StringCache cache)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.Null)
            return JsonScalars.ReadRecurringText(ref reader, "name", cache);
        reader.Skip();
        return null;
    }
}
