using System.Diagnostics;
using UponAi.Benchmarks.Bulk.Senders;
using UponAi.Benchmarks.CommandLine;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>
/// Measures the cost of a journal. The same rows are sent without a journal, then after the list of numbers that a
/// journal reads, then with a journal. A bare HttpClient shows the least cost of the list and the lines. Another
/// process reads a large journal.
/// </summary>
internal static class Journal
{
    private const double LeastRatio = 0.90;
    private const int FewLines = 100_000;
    private const int ManyLines = 1_000_000;
    private const double MostGrowth = 32;

    internal static async Task<IEnumerable<Line>> RunAsync(BulkOptions options) =>
        [.. await CompareSendersAsync(options), await MeasureReadingAsync()];

    private static async Task<IEnumerable<Line>> CompareSendersAsync(BulkOptions options)
    {
        using var sandbox = await SandboxProcess.StartAsync(options.Rows);
        var series = await Rounds.RunAsync(options.Rows, options.Rounds, [
            new BareSender(sandbox.BaseUri, options.Rows),
            new BareSender(sandbox.BaseUri, options.Rows, hasJournal: true),
            new CmdletSender(sandbox.BaseUri, options.Rows),
            new CmdletSender(sandbox.BaseUri, options.Rows, readsList: true),
            new CmdletSender(sandbox.BaseUri, options.Rows, hasJournal: true),
        ]);
        return
        [
            .. Compared.Rates(series[..2], "least cost of a journal", LeastRatio),
            .. Compared.Rates(series[2..], "no latency", LeastRatio),
        ];
    }

    private static async Task<Line> MeasureReadingAsync()
    {
        var (few, _) = await ReadAsync(FewLines);
        var (many, seconds) = await ReadAsync(ManyLines);
        return new Line(
            $"peak memory, Get-UponAiJournal: {ManyLines:N0} lines against {FewLines:N0}",
            FormattableString.Invariant($"{many:0.0} against {few:0.0} MiB: {many - few:+0.0;-0.0}; {seconds:0} s"),
            null,
            $"<= +{MostGrowth} MiB",
            many - few <= MostGrowth);
    }

    private static async Task<(double Mebibytes, double Seconds)> ReadAsync(int lines)
    {
        var folder = Directory.CreateTempSubdirectory("UponAi journal ");
        try
        {
            var path = Path.Combine(folder.FullName, "run.jsonl");
            Rows.WriteJournal(path, lines / 2);
            var watch = Stopwatch.StartNew();
            var bytes = await PeakMemoryCommand.MeasureAsync(lines, "--journal", path);
            return (bytes / (1024d * 1024d), watch.Elapsed.TotalSeconds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
