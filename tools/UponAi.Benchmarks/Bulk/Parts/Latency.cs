using UponAi.Benchmarks.Bulk.Senders;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>Compares all senders on a platform that responds after a while, as every real platform does.</summary>
internal static class Latency
{
    private const double LeastRatio = 0.97;

    // Five seconds a round, with 32 in flight.
    private const int Rows = 3_200;

    internal static async Task<IEnumerable<Line>> RunAsync(BulkOptions options)
    {
        using var sandbox = await SandboxProcess.StartAsync(Rows, "--latency", "50");
        return Compared.Rates(
            await Rounds.RunAsync(sandbox.BaseUri, Rows, options.Rounds),
            "50 ms latency",
            LeastRatio);
    }
}
