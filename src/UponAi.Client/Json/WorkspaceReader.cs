using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// Reads a row of the list of workspaces. The format is not documented, so the reader accepts the likely names and
/// requires only an id. Of several names for one property, the first with a value counts.
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
                if (id is null && TryMoveToValueOf(ref reader, "id", "workspace_id", "workspaceId"))
                    id = JsonScalars.ReadInt(ref reader, "id");
                else if (name is null && TryMoveToValueOf(ref reader, "name", "workspace_name", "workspaceName"))
                    name = ReadOptional(ref reader, cache);
                else if (account is null && TryMoveToValueOf(ref reader, "account_sid", "accountSid"))
                    account = ReadOptional(ref reader, cache);
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

    private static bool TryMoveToValueOf(ref Utf8JsonReader reader, params ReadOnlySpan<string> names) =>
        reader.FindName(names) is not null && reader.Read();

    private static string? ReadOptional(ref Utf8JsonReader reader, StringCache cache)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.Null)
            return JsonScalars.ReadRecurringText(ref reader, "name", cache);
        reader.Skip();
        return null;
    }
}
