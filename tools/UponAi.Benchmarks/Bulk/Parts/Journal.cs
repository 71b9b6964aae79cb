using UponAi.Benchmarks.Bulk.Senders;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>What a journal costs: the same rows without a journal and with one, in turns.</summary>
internal static class Journal
{
    private const double LeastRatio = 0.90;

    internal static async Task<IEnumerable<Line>> RunAsync(BulkOptions options)
    {
        using var sandbox = await SandboxProcess.StartAsync(options.Rows);
        var series = await Rounds.RunAsync(options.Rows, options.Rounds, [
            new CmdletSender(sandbox.BaseUri, options.Rows),
            new CmdletSender(sandbox.BaseUri, options.Rows, hasJournal: true),
        ]);
        return Compared.Rates(series, "no latency", LeastRatio);
    }
}
