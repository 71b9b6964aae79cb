using UponAi.Benchmarks.CommandLine;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>
/// Compares the peak memory of many rows and of few rows, previewed and sent. Each run has a separate process.
/// </summary>
internal static class Memory
{
    private const int Few = 10_000;
    private const int Many = 1_000_000;
    private const double MostGrowth = 32;

    internal static async Task<IEnumerable<Line>> RunAsync()
    {
        using var sandbox = await SandboxProcess.StartAsync(Many);
        return
        [
            // No command can avoid this part of the growth: PowerShell keeps a table of the members of custom objects,
            // and clears the table late.
            await CompareAsync("ForEach-Object, the engine alone", hasGoal: false, "--engine-alone"),
            await CompareAsync("-WhatIf", hasGoal: true),
            await CompareAsync("sent", hasGoal: true, "--platform", sandbox.BaseUri.ToString()),
        ];
    }

    private static async Task<Line> CompareAsync(string how, bool hasGoal, params string[] more)
    {
        var few = await MebibytesAsync(Few, more);
        var many = await MebibytesAsync(Many, more);
        return new Line(
            $"peak memory, {how}: {Many:N0} rows against {Few:N0}",
            FormattableString.Invariant($"{many:0.0} against {few:0.0} MiB: {many - few:+0.0;-0.0}"),
            null,
            hasGoal ? $"<= +{MostGrowth} MiB" : null,
            many - few <= MostGrowth);
    }

    private static async Task<double> MebibytesAsync(int rows, string[] more) =>
        await PeakMemoryCommand.MeasureAsync(rows, more) / (1024d * 1024d);
}
