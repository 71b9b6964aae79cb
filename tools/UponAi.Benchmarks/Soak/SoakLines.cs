using System.Globalization;
using UponAi.Benchmarks.Bulk;

namespace UponAi.Benchmarks.Soak;

/// <summary>Creates the lines of a soak run, and compares the counts of the workers and of the sandbox.</summary>
internal static class SoakLines
{
    private const double MostFailed = 0.01;

    internal static async Task<IEnumerable<Line>> OfAsync(Worker[] workers, SandboxProcess sandbox)
    {
        Tally[] tallies = [.. workers.Select(worker => worker.Tally)];
        var rows = tallies.Sum(tally => tally.Total);
        var failed = tallies.Sum(tally => tally.Failed);
        var (requests, refused) = await sandbox.CountAsync();
        return
        [
            new($"rows: {string.Join(", ", ByCommand(tallies))}", Count(rows)),
            new("requests, of them answered 429", $"{Count(requests)}, {Count(refused)}"),
            new(
                "failed rows", Count(failed), null, $"< {MostFailed.ToString("0%", CultureInfo.InvariantCulture)}",
                failed < MostFailed * rows),
            Zero("rows lost or doubled", tallies.Sum(tally => tally.LostOrDoubled)),
            Zero("runs whose results were out of order", tallies.Sum(tally => tally.OutOfOrder)),
            Zero("warnings of answers that differ", tallies.Sum(tally => tally.Warnings)),
            Zero("results that are not what was set", tallies.Sum(tally => tally.Wrong)),
            Zero(
                "numbers that the platform changed more or less often than told",
                await CountMiscountedAsync(tallies, sandbox)),
        ];
    }

    private static IEnumerable<string> ByCommand(Tally[] tallies) =>
        tallies.SelectMany(tally => tally.Rows).GroupBy(
            count => count.Key,
            count => count.Value,
            (command, counts) => $"{command} {Count(counts.Sum())}");

    private static async Task<long> CountMiscountedAsync(Tally[] tallies, SandboxProcess sandbox)
    {
        var miscounted = 0;
        foreach (var (number, changes) in tallies.SelectMany(tally => tally.Changes))
        {
            if (await sandbox.CountAnsweredPutsAsync(number) != changes) miscounted++;
        }

        return miscounted;
    }

    private static Line Zero(string what, long count) => new(what, Count(count), null, "0", count == 0);

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
