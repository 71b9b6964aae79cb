using UponAi.Benchmarks.CommandLine;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>The first import of a process, beside that of a module with one empty command.</summary>
internal static class ImportCost
{
    private const double MostRatio = 1.3;

    // A process is quickly started, and one import varies by a third.
    private const int ImportsPerRound = 5;

    internal static async Task<IEnumerable<Line>> RunAsync(BulkOptions options)
    {
        List<double> ours = [], empty = [];
        for (var round = 0; round < options.Rounds * ImportsPerRound; round++)
        {
            empty.Add(await ImportTimeCommand.MeasureAsync(RepositoryFiles.EmptyModule));
            ours.Add(await ImportTimeCommand.MeasureAsync(RepositoryFiles.Manifest));
        }

        var ratio = Median(ours) / Median(empty);
        return
        [
            new("import: a module with one empty command", FormattableString.Invariant($"{Median(empty):N0} ms")),
            new("import: UponAi", FormattableString.Invariant($"{Median(ours):N0} ms"), ratio, FormattableString.Invariant($"<= {MostRatio:N1}"), ratio <= MostRatio),
        ];
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
