using System.Diagnostics;

namespace UponAi.Benchmarks.Bulk.Senders;

/// <summary>Runs senders in turn, so that other programs on the machine affect all senders.</summary>
internal static class Rounds
{
    private const int WarmUpRounds = 12;

    /// <summary>Compares every way to send rows.</summary>
    /// <returns>A series for each sender, the bare HttpClient first.</returns>
    internal static Task<Series[]> RunAsync(Uri platform, int rows, int rounds) => RunAsync(rows, rounds, [
        new BareSender(platform, rows), new ClientSender(platform, rows), new LeastSender(platform, rows),
        new CmdletSender(platform, rows),
    ]);

    /// <summary>Compares senders, and disposes of them.</summary>
    /// <returns>A series for each sender, in the same order.</returns>
    internal static async Task<Series[]> RunAsync(int rows, int rounds, ISender[] senders)
    {
        try
        {
            // After a few rounds, the compiler still optimizes hot code while the senders are measured.
            for (var round = 0; round < WarmUpRounds; round++)
            {
                foreach (var sender in senders) await sender.SendAsync();
            }

            Series[] series = [.. senders.Select(sender => new Series(sender.Name))];
            for (var round = 0; round < rounds; round++)
            {
                // Each round begins with another sender, so that no sender is always the first after a pause.
                for (var turn = 0; turn < senders.Length; turn++)
                {
                    var i = (round + turn) % senders.Length;
                    await MeasureAsync(senders[i], rows, series[i]);
                }
            }

            return series;
        }
        finally
        {
            foreach (var sender in senders) sender.Dispose();
        }
    }

    private static async Task MeasureAsync(ISender sender, int rows, Series series)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var busy = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await sender.SendAsync();
        series.Add(
            rows / watch.Elapsed.TotalSeconds,
            (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / rows,
            (Environment.CpuUsage.TotalTime - busy).TotalMicroseconds / rows);
    }
}
