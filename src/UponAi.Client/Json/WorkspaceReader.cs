using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// Reads a row of the list of workspaces. The format is not documented, so the reader accepts the likely names and
/// requires only an id.
/// </summary>
internal static class WorkspaceReader
{
    internal static ListRow<Workspace> ReadRow(ref Utf8JsonReader reader, StringCache texts)
    {
        int? id = null;
        string? name = null;
        string? account = null;
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (IsOneOf(ref reader, "id", "workspace_id", "workspaceId") && reader.Read())
                    id ??= JsonScalars.ReadInt(ref reader, "id");
                else if (IsOneOf(ref reader, "name", "workspace_name", "workspaceName") && reader.Read())
                    name ??= ReadOptional(ref reader, texts);
                else if (IsOneOf(ref reader, "account_sid", "accountSid") && reader.Read())
                    account ??= ReadOptional(ref reader, texts);
                else reader.Skip();
            }
        }
        catch (UnexpectedJsonException e)
        {
            return new ListRow<Workspace>(null, name, e.Message);
        }

        return id is { } known
            ? new ListRow<Workspace>(new Workspace(known, name, account), null, null)
            : new ListRow<Workspace>(null, name, "has a workspace without 'id'");
    }

    private static string? ReadOptional(ref Utf8JsonReader reader, StringCache texts)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.Null)
            return JsonScalars.ReadRecurringText(ref reader, "name", texts);
        reader.Skip();
        return null;
    }

    private static bool IsOneOf(ref Utf8JsonReader reader, string first, string second, string third = "") =>
        reader.ValueTextEquals(first)
            || reader.ValueTextEquals(second)
            || (third.Length > 0 && reader.ValueTextEquals(third));
}
