using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using CsvHelper;
using UponAi.Files.Csv;

namespace UponAi.Files.Writing;

/// <summary>Writes rows as comma-separated lines in UTF-8, after a line of column names.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Dispose would flush the buffer to a file that may be discarded.")]
internal sealed class CsvRowWriter : IRowWriter
{
    private const int BufferCharacters = 32 * 1024;

    private readonly CsvWriter csv;

    internal CsvRowWriter(Stream file)
    {
        // No byte order mark, because some programs read the mark as a part of the first name.
        var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferCharacters);
        csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        WriteLine(
            nameof(PlanRow.Number),
            nameof(PlanRow.InboundAgents),
            nameof(PlanRow.OutboundAgents),
            nameof(PlanRow.InboundWebhookUrl),
            nameof(PlanRow.TimeRouting),
            nameof(PlanRow.AccountSid),
            nameof(PlanRow.WorkspaceId));
    }

    public void Write(PlanRow row) => WriteLine(
        row.Number,
        row.InboundAgents,
        row.OutboundAgents,
        row.InboundWebhookUrl,
        row.TimeRouting switch { true => "true", false => "false", null => null },
        row.AccountSid,
        row.WorkspaceId?.ToString(CultureInfo.InvariantCulture));

    public void End() => csv.Flush();

    private void WriteLine(params string?[] cells)
    {
        foreach (var cell in cells) csv.WriteField(CsvFormulaEscaper.Protect(cell ?? ""));
        csv.NextRecord();
    }
}
