using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace UponAi.Files.Writing;

/// <summary>A list of objects; what a row does not state, its object has not.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Disposed, the writer would write what waits to a file that may have been given up.")]
internal sealed class JsonRowWriter : IRowWriter
{
    private const int MostBytesWaiting = 64 * 1024;

    private readonly Utf8JsonWriter json;

    internal JsonRowWriter(Stream file)
    {
        // A file for people: + stays +.
        json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartArray();
    }

    public void Write(PlanRow row)
    {
        json.WriteStartObject();
        Text(nameof(PlanRow.Number), row.Number);
        Text(nameof(PlanRow.InboundAgents), row.InboundAgents);
        Text(nameof(PlanRow.OutboundAgents), row.OutboundAgents);
        Text(nameof(PlanRow.InboundWebhookUrl), row.InboundWebhookUrl);
        if (row.TimeRouting is { } on) json.WriteBoolean(nameof(PlanRow.TimeRouting), on);
        Text(nameof(PlanRow.AccountSid), row.AccountSid);
        if (row.WorkspaceId is { } workspace) json.WriteNumber(nameof(PlanRow.WorkspaceId), workspace);
        json.WriteEndObject();
        if (json.BytesPending > MostBytesWaiting) json.Flush();
    }

    public void End()
    {
        json.WriteEndArray();
        json.Flush();
    }

    private void Text(string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
