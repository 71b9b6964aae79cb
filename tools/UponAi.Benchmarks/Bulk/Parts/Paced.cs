using System.Diagnostics;
using System.Globalization;
using UponAi.Benchmarks.Engine;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>Measures a bulk run on a platform that limits the rate and does not tell the limit.</summary>
internal static class Paced
{
    private const int Rows = 5_000;
    private const int Allowed = 200;
    private const int Burst = 20;
    private const double LeastShare = 0.95;
    private const double MostRefused = 0.02;

    private static readonly TimeSpan Learning = TimeSpan.FromSeconds(5);

    internal static async Task<IEnumerable<Line>> RunAsync()
    {
        using var sandbox = await SandboxProcess.StartAsync(
            Rows, "--rate-limit", Allowed.ToString(CultureInfo.InvariantCulture), "--burst",
            Burst.ToString(CultureInfo.InvariantCulture));
        using var engine = new ModuleEngine();
        engine.Connect(sandbox.BaseUri);

        var late = 0;
        var watch = Stopwatch.StartNew();
        var failed = engine.Set(
            Bulk.Rows.Stream(Rows),
            $"-ThrottleLimit {BulkOptions.InFlight}",
            () => late += watch.Elapsed > Learning ? 1 : 0);
        var share = late / ((watch.Elapsed - Learning).TotalSeconds * Allowed);

        var (requests, refused) = await sandbox.CountAsync();
        var refusedShare = (double)refused / requests;
        var seconds = watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        var how = $"paced to {Allowed}/s, {Rows:N0} rows in {seconds} s";
        return
        [
            new($"{how}: failed rows", $"{failed}", null, "0", failed == 0),
            new(
                $"{how}: of the allowed rate after {Learning.TotalSeconds} s", Percent(share), null,
                $">= {Percent(LeastShare)}", share >= LeastShare),
            new(
                $"{how}: answered 429", Percent(refusedShare), null, $"< {Percent(MostRefused)}",
                refusedShare < MostRefused),
        ];
    }

    private static string Percent(double share) => share.ToString("0.0%", CultureInfo.InvariantCulture);
}
