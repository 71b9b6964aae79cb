using UponAi.Benchmarks.CommandLine;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>
/// Compares the peak memory of a large and a small plan file, imported and previewed. Each run has a separate process.
/// </summary>
internal static class Import
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const double MostGrowth = 64;

    internal static async Task<IEnumerable<Line>> RunAsync() => [await CompareAsync("csv"), await CompareAsync("json")];

    private static async Task<Line> CompareAsync(string format)
    {
        var few = await MebibytesAsync(Few, format);
        var many = await MebibytesAsync(Many, format);
        return new Line(
            $"peak memory, Import ({format}) | Set -WhatIf: {Many:N0} rows against {Few:N0}",
            FormattableString.Invariant($"{many:0.0} against {few:0.0} MiB: {many - few:+0.0;-0.0}"),
            null,
            $"<= +{MostGrowth} MiB",
            many - few <= MostGrowth);
    }

    private static async Task<double> MebibytesAsync(int rows, string format)
    {
        var folder = Directory.CreateTempSubdirectory("UponAi plan ");
        try
        {
            var path = Path.Combine(folder.FullName, "plan." + format);
            await Rows.WriteAsync(path, rows);
            return await PeakMemoryCommand.MeasureAsync(rows, "--import", path) / (1024d * 1024d);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
