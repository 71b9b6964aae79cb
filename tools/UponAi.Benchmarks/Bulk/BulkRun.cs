using UponAi.Benchmarks.Bulk.Parts;
using UponAi.Benchmarks.Engine;

namespace UponAi.Benchmarks.Bulk;

/// <summary>Runs the chosen parts of the bulk benchmark, and prints one table.</summary>
internal static class BulkRun
{
    /// <summary>The default parts, which take two or three minutes.</summary>
    internal const string ShortRun = "throughput,latency,whatif,paced";

    private static readonly (string Name, Func<BulkOptions, Task<IEnumerable<Line>>> RunAsync)[] Parts =
    [
        ("throughput", Throughput.RunAsync),
        ("latency", Latency.RunAsync),
        ("whatif", WhatIf.RunAsync),
        ("journal", Journal.RunAsync),
        ("memory", _ => Memory.RunAsync()),
        ("import", _ => Import.RunAsync()),
        ("paced", _ => Paced.RunAsync()),
        ("platforms", Platforms.RunAsync),
        ("import-cost", ImportCost.RunAsync),
        ("stop", _ => Stop.RunAsync()),
        ("runbook", _ => Runbook.RunAsync()),
        ("pwsh", _ => InvokeRestMethod.RunAsync()),
    ];

    internal static IEnumerable<string> PartNames => Parts.Select(part => part.Name);

    internal static string[] Split(string? parts) =>
        (parts ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal static async Task RunAsync(string[] chosen, BulkOptions options)
    {
        using (new ModuleEngine())
            Console.WriteLine(
                $"{Machine.Describe()}; module built as {ModuleEngine.ModuleConfiguration}; "
                + $"{BulkOptions.InFlight} requests in flight.");
        List<Line> lines = [];
        foreach (var (name, runAsync) in Parts.Where(part => chosen.Contains(part.Name)))
        {
            await Console.Error.WriteLineAsync($"{name} ...");
            lines.AddRange(await runAsync(options));
        }

        Console.WriteLine();
        Table.Print(lines);
    }
}
