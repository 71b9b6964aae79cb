using System.Globalization;
using CsCheck;
using UponAi.Files;
using UponAi.Files.Writing;

namespace UponAi.PowerShell.UnitTests.Files;

/// <summary>Tests that rows survive writing and reading in both formats under every culture.</summary>
public sealed class RowPropertyTests : IDisposable
{
    // Characters that end, enclose or separate a cell, begin a formula, are invisible, or need two UTF-16 units.
    private const string Awkward = "\"',;\t\r\n=+-@ \\/[]{}:#\u0001\u001b\u0085\u00a0\u2028\u2029\ufeff\uffff";

    private static readonly string[] Cultures = ["", "de-DE", "tr-TR", "ar-SA", "th-TH"];

    private static readonly Gen<string> Culture = Gen.Int[0, Cultures.Length - 1].Select(which => Cultures[which]);

    // Half of a surrogate pair and NUL are not text. An account with such a character is refused earlier.
    private static readonly Gen<string> Text = Gen.OneOf(
            Gen.Char[Awkward].Select(c => c.ToString()),
            Gen.Char.Where(c => c != '\0' && !char.IsSurrogate(c)).Select(c => c.ToString()),
            Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32))
        .Array[1, 30].Select(string.Concat);

    private static readonly Gen<AgentSplit> Split = Gen.Select(Gen.Int[1, 6], Gen.Nullable(Gen.Int[0, int.MaxValue]))
        .Select((count, version) =>
            AgentSplit.Create(Enumerable.Range(0, count).Select(i => new AgentRef($"agent_{i}", version))));

    private static readonly Gen<NumberAssignment> Assignment = Gen.Select(
        Gen.Int[0, 999_999_999].Select(i => i % 2 == 0 ? $"+49{1_000_000_000 + i}" : $"{i};ext={i}"),
        Of(Split),
        Of(Split),
        Of(Gen.Int.Select(n => Webhook.Parse($"https://example.com/{n}?a='b',c;d"))),
        Gen.Nullable(Gen.Bool),
        (number, inbound, outbound, webhook, routing) => new NumberAssignment
        {
            Number = NumberId.Parse(number),
            Inbound = inbound,
            Outbound = outbound,
            InboundWebhook = webhook,
            TimeRouting = routing,
        });

    private static readonly Gen<PlanRow> Row = Gen.Select(
        Assignment,
        Gen.Null(Text),
        Gen.Nullable(Gen.Int[1, int.MaxValue]),
        (assignment, account, workspace) => new PlanRow(assignment, account, workspace, "", 0));

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData(PlanFormat.Csv)]
    [InlineData(PlanFormat.Json)]
    public void Rows_are_read_back_as_what_they_are(PlanFormat format) =>
        Gen.Select(Row.Array[0, 20], Culture, Culture).Sample((rows, writer, reader) =>
    {
        var path = folder.PathOf($"{Guid.NewGuid():N}.plan");
        Under(writer, () => Write(path, format, rows));
        var records = Under(reader, () => Read(path, format));
        File.Delete(path);
        return records.All(record => record.Damage.Count == 0) && records.Where(record => !record.IsHeader)
            .Select(Stated).SequenceEqual(rows.Select(row => Stated(row, format)));
    });

    public void Dispose() => folder.Dispose();

    private static bool Write(string path, PlanFormat format, PlanRow[] rows)
    {
        using var writer = new PlanWriter(path, format, overwrite: false);
        foreach (var row in rows) writer.Write(row);
        writer.Complete();
        return true;
    }

    private static List<PlanRecord> Read(string path, PlanFormat format)
    {
        using var file = PlanFile.Open(path, format);
        var records = file.Read().ToList();
        Assert.Equal(records.Select(Stated), file.Read().Select(Stated));
        return records;
    }

    // An unchanged property is an empty cell in CSV, and absent in JSON.
    private static string Stated(PlanRecord record) => string.Join(
        '\u0002', record.Cells.Where(cell => cell.Value is not "").Select(cell => $"{cell.Key}\u0003{cell.Value}"));

    private static string Stated(PlanRow row, PlanFormat format)
    {
        object? timeRouting = format == PlanFormat.Csv
            ? row.TimeRouting switch { true => "true", false => "false", null => null }
            : row.TimeRouting;
        (string Name, object? Value)[] cells =
        [
            (nameof(row.Number), row.Number),
            (nameof(row.InboundAgents), row.InboundAgents),
            (nameof(row.OutboundAgents), row.OutboundAgents),
            (nameof(row.InboundWebhookUrl), row.InboundWebhookUrl),
            (nameof(row.TimeRouting), timeRouting),
            (nameof(row.AccountSid), row.AccountSid),
            (nameof(row.WorkspaceId), row.WorkspaceId),
        ];
        return string.Join(
            '\u0002', cells.Where(cell => cell.Value is not null).Select(cell => $"{cell.Name}\u0003{cell.Value}"));
    }

    private static T Under<T>(string culture, Func<T> step)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            return step();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Gen<Change<T>> Of<T>(Gen<T> value) where T : notnull =>
        Gen.Select(Gen.Int[0, 2], value, (kind, set) =>
            kind switch { 0 => Change.Unchanged<T>(), 1 => Change.Clear<T>(), _ => Change.Set(set) });
}
