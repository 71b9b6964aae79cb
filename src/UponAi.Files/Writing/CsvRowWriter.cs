using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using CsvHelper;
using UponAi.Files.Csv;

namespace UponAi.Files.Writing;

/// <summary>Comma-separated lines in UTF-8, the names of the columns first.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Disposed, the writer would write what waits to a file that may have been given up.")]
internal sealed class CsvRowWriter : IRowWriter
{
    private const int BufferCharacters = 32 * 1024;

    private readonly CsvWriter csv;

    internal CsvRowWriter(Stream file)
    {
        csv = new CsvWriter(new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferCharacters), CultureInfo.InvariantCulture, leaveOpen: true);
        Line(
            nameof(PlanRow.Number), nameof(PlanRow.InboundAgents), nameof(PlanRow.OutboundAgents), nameof(PlanRow.InboundWebhookUrl), nameof(PlanRow.TimeRouting),
            nameof(PlanRow.AccountSid), nameof(PlanRow.WorkspaceId));
    }

    public void Write(PlanRow row) => Line(
        row.Number, row.InboundAgents, row.OutboundAgents, row.InboundWebhookUrl, row.TimeRouting is { } on ? on ? "true" : "false" : null,
        row.AccountSid, row.WorkspaceId?.ToString(CultureInfo.InvariantCulture));

    public void End() => csv.Flush();

    private void Line(params string?[] cells)
    {
        foreach (var cell in cells) csv.WriteField(CsvFormulaEscaper.Protect(cell ?? ""));
        csv.NextRecord();
    }
}
