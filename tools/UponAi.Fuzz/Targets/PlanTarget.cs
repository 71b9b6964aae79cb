using UponAi.Files.Writing;
using UponAi.PowerShell.Rows;

namespace UponAi.Fuzz.Targets;

/// <summary>
/// Fuzzes a plan file as Import-UponAiNumberAssignment reads it. No row and no text is lost, and the rows survive
/// writing and reading.
/// </summary>
internal static class PlanTarget
{
    internal static void TakeCsv(byte[] input) => Take(input, PlanFormat.Csv, FileText.OfCsvIsKept);

    internal static void TakeJson(byte[] input) => Take(input, PlanFormat.Json, FileText.OfJsonIsKept);

    private static void Take(byte[] input, PlanFormat format, Action<byte[], IReadOnlyList<PlanRecord>> textIsKept)
    {
        if (ImportedPlan.Of(input, format) is not { } plan) return;
        // A file with bad columns is refused as a whole.
        if (plan is { Problems: > 0, Rows.Count: 0 }) return;

        var records = ImportedPlan.Records(input, format);
        NoRowIsLost(plan, records);
        textIsKept(input, records);
        IsReadBack(plan, PlanFormat.Csv, file => new CsvRowWriter(file));
        IsReadBack(plan, PlanFormat.Json, file => new JsonRowWriter(file));
    }

    private static void NoRowIsLost(ImportedPlan plan, IReadOnlyList<PlanRecord> records)
    {
        var isOfAgents = records.Any(record => record.IsHeader && HasAgentColumn(record));
        var wholeRows = records.Count(record => !record.IsHeader && !isOfAgents && !HasAgentColumn(record));
        Promise.Holds(
            plan.Rows.Count + plan.Problems + plan.Doubled >= wholeRows,
            $"Of {wholeRows} rows, {plan.Rows.Count} are handed on, {plan.Problems} are refused and "
            + $"{plan.Doubled} are doubled.");
        Promise.Holds(plan.Rows.Count <= records.Count, "There are more rows than there were.");
    }

    private static bool HasAgentColumn(PlanRecord record) =>
        record.Cells.Any(cell => RowColumns.IsOfOneAgent(cell.Key));

    private static void IsReadBack(ImportedPlan plan, PlanFormat format, Func<Stream, IRowWriter> create)
    {
        var file = new MemoryStream();
        var writer = create(file);
        foreach (var row in plan.Rows) writer.Write(row);
        writer.End();

        var again = ImportedPlan.Of(file.ToArray(), format);
        Promise.Holds(
            again is { Problems: 0, Doubled: 0 } && again.Rows.Select(Texts).SequenceEqual(plan.Rows.Select(Texts)),
            $"Written as {format}, the rows are not read back as what they are.");
    }

    private static (string, string?, string?, string?, bool?, string?, int?) Texts(PlanRow row) =>
        (row.Number, row.InboundAgents, row.OutboundAgents, row.InboundWebhookUrl, row.TimeRouting, row.AccountSid,
            row.WorkspaceId);
}
