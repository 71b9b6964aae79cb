using UponAi.Benchmarks.Bulk.Senders;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>Compares the rates and the allocations of all senders, without latency.</summary>
internal static class Throughput
{
    private const double LeastRatio = 0.90;
    private const double MostBytes = 1.5;

    internal static async Task<IEnumerable<Line>> RunAsync(BulkOptions options)
    {
        using var sandbox = await SandboxProcess.StartAsync(options.Rows);
        var series = await Rounds.RunAsync(sandbox.BaseUri, options.Rows, options.Rounds);
        return Compared.Rates(series, "no latency", LeastRatio).Concat(Bytes(series));
    }

    private static IEnumerable<Line> Bytes(Series[] series)
    {
        var (bare, client) = (series[0], series[1]);
        foreach (var one in series)
        {
            var ratio = one.Bytes / bare.Bytes;
            yield return new Line(
                $"managed allocation: {one.Name}", FormattableString.Invariant($"{one.Bytes:N0} B/row"), ratio,
                one == client ? $"<= {MostBytes:0.00}" : null, ratio <= MostBytes);
        }
    }
}
