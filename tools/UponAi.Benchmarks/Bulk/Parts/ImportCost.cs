using UponAi.Benchmarks.CommandLine;
using UponAi.Testing;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>Compares the first import in a process with the import of a module with one empty command.</summary>
internal static class ImportCost
{
    private const double MostRatio = 1.3;

    // One import varies by a third, and a process starts quickly.
    private const int ImportsPerRound = 5;

    internal static async Task<IEnumerable<Line>> RunAsync(BulkOptions options)
    {
        var lines = await CompareAsync(options, "this program's engine", ImportTimeCommand.MeasureAsync);
        return RealPowerShell.IsThere
            ? lines.Concat(await CompareAsync(options, "pwsh", InPowerShellAsync))
            : lines.Append(new Line("import in pwsh", "pwsh is not on the PATH"));
    }

    private static async Task<IEnumerable<Line>> CompareAsync(
        BulkOptions options,
        string engine,
        Func<string, Task<double>> measure)
    {
        List<double> ours = [], empty = [];
        for (var round = 0; round < options.Rounds * ImportsPerRound; round++)
        {
            empty.Add(await measure(RepositoryFiles.EmptyModule));
            ours.Add(await measure(RepositoryFiles.Manifest));
        }

        var ratio = Median.Of(ours) / Median.Of(empty);
        return
        [
            new(
                $"import in {engine}: a module with one empty command",
                FormattableString.Invariant($"{Median.Of(empty):N0} ms")),
            new(
                $"import in {engine}: UponAi", FormattableString.Invariant($"{Median.Of(ours):N0} ms"), ratio,
                FormattableString.Invariant($"<= {MostRatio:N1}"), ratio <= MostRatio),
        ];
    }

    private static Task<double> InPowerShellAsync(string manifest) => RealPowerShell.MeasureAsync(
        $$"""
        $null = Get-Module
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        Import-Module '{{manifest}}' -ErrorAction Stop
        $watch.Elapsed.TotalMilliseconds
        """);
}
