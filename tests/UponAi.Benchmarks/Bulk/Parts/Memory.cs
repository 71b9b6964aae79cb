using UponAi.Benchmarks.CommandLine;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>Peak memory of many rows against few, each in a process of its own; previewed, and sent.</summary>
internal static class Memory
{
    private const int Few = 10_000;
    private const int Many = 1_000_000;
    private const double MostGrowth = 32;

    internal static async Task<IEnumerable<Line>> RunAsync()
    {
        using var sandbox = await SandboxProcess.StartAsync(Many);
        return [await CompareAsync("-WhatIf", null), await CompareAsync("sent", sandbox.BaseUri)];
    }

    private static async Task<Line> CompareAsync(string how, Uri? platform)
    {
        var few = await MebibytesAsync(Few, platform);
        var many = await MebibytesAsync(Many, platform);
        return new Line(
            $"peak memory, {how}: {Many:N0} rows against {Few:N0}",
            FormattableString.Invariant($"{many:0.0} against {few:0.0} MiB: {many - few:+0.0;-0.0}"),
            null,
            $"<= +{MostGrowth} MiB",
            many - few <= MostGrowth);
    }

    private static async Task<double> MebibytesAsync(int rows, Uri? platform) => await PeakMemoryCommand.MeasureAsync(rows, platform) / (1024d * 1024d);
}
