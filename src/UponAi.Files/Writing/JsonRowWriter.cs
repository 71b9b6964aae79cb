using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace UponAi.Files.Writing;

/// <summary>Writes rows as a JSON list of objects. Null properties are omitted.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Dispose would flush the buffer to a file that may be discarded.")]
internal sealed class JsonRowWriter : IRowWriter
{
    private const int MaxPendingBytes = 64 * 1024;

    private readonly Utf8JsonWriter json;

    internal JsonRowWriter(Stream file)
    {
        // People read the file, so the + of a number is not escaped.
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        json = new Utf8JsonWriter(file, options);
        json.WriteStartArray();
    }

    public void Write(PlanRow row)
    {
        json.WriteStartObject();
        WriteText(nameof(PlanRow.Number), row.Number);
        WriteText(nameof(PlanRow.InboundAgents), row.InboundAgents);
        WriteText(nameof(PlanRow.OutboundAgents), row.OutboundAgents);
        WriteText(nameof(PlanRow.InboundWebhookUrl), row.InboundWebhookUrl);
        if (row.TimeRouting is { } on) json.WriteBoolean(nameof(PlanRow.TimeRouting), on);
        WriteText(nameof(PlanRow.AccountSid), row.AccountSid);
        if (row.WorkspaceId is { } workspace) json.WriteNumber(nameof(PlanRow.WorkspaceId), workspace);
        json.WriteEndObject();
        if (json.BytesPending > MaxPendingBytes) json.Flush();
    }

    public void End()
    {
        json.WriteEndArray();
        json.Flush();
    }

    private void WriteText(string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
