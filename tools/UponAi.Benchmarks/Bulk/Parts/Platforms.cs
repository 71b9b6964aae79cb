using System.Diagnostics;
using System.Globalization;
using System.Net;
using UponAi.Benchmarks.Bulk.Senders;
using UponAi.Benchmarks.Engine;
using UponAi.Testing;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>
/// Bulk runs against platforms that misbehave, each a small server in this process. Against platforms that only delay
/// or fail, a bare
/// HttpClient with as many requests in flight runs first; for the others the best possible time follows from what they
/// allow.
/// </summary>
internal static class Platforms
{
    private const double OutageStart = 2;
    private const double OutageEnd = 22;

    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(100);

    internal static async Task<IEnumerable<Line>> RunAsync() =>
    [
        .. await AgainstBareAsync(
            "1 % of the requests take 8 s", 4_000, 0.90,
            () => PlatformBehaviour.Slow(0.01, TimeSpan.FromSeconds(8), Usual)),
        .. Against(
            "one in a thousand hangs for 40 s", 3_000, 40, 0.85,
            PlatformBehaviour.Slow(0.001, TimeSpan.FromSeconds(40), Slow)),
        .. Outage(),
        .. await AgainstBareAsync(
            "5 % of the responses are 502", 4_000, 0.75, () => PlatformBehaviour.BadGateway(0.05, Quick)),
        .. Against(
            "sliding window, 100 in 10 s, Retry-After: 1", 600, 50, 0.85,
            PlatformBehaviour.SlidingWindow(100, 10, 1, Quick), 0.05),
        .. Against(
            "fixed window, 60 in 10 s, Retry-After", 300, 40, 0.90, PlatformBehaviour.FixedWindow(60, 10, true, Quick)),
        .. Against(
            "fixed window, 60 in 10 s, no hint", 300, 40, 0.90, PlatformBehaviour.FixedWindow(60, 10, false, Quick)),
        .. Against("at most 8 at the same time", 1_500, 18.75, 0.90, PlatformBehaviour.AtMost(8, Slow)),
        .. Against(
            "token bucket, 200/s and 50/s in turn", 4_000, 32, 0.80,
            Bucket(now => (int)(now / 10) % 2 == 0 ? 200 : 50, 20, 1), 0.03),
        .. Against("token bucket, 200/s, burst 20, Retry-After: 1", 10_000, 50, 0.95, Bucket(_ => 200, 20, 1), 0.02),
        .. Against("token bucket, 10/s, burst 1, no hint", 200, 20, 0.85, Bucket(_ => 10, 1, null)),
        .. Against("token bucket, 5/s, burst 5, no hint", 100, 19, 0.90, Bucket(_ => 5, 5, null)),
        .. await SharedAsync(),
    ];

    private static PlatformBehaviour Bucket(Func<double, double> rate, double burst, int? hint) =>
        PlatformBehaviour.TokenBucket(rate, burst, hint, Quick);

    private static IEnumerable<Line> Against(
        string name, int rows, double best, double goal, PlatformBehaviour behaviour, double? mostRefused = null)
    {
        var (seconds, failed) = Run(behaviour, rows);
        return Lines(
            name, $"{Text(seconds)} s, best possible {Text(best)} s", best / seconds, goal, failed, behaviour,
            mostRefused);
    }

    private static async Task<IEnumerable<Line>> AgainstBareAsync(
        string name, int rows, double goal, Func<PlatformBehaviour> behaviour)
    {
        var bare = await RunBareAsync(behaviour(), rows);
        var ours = behaviour();
        var (seconds, failed) = Run(ours, rows);
        return Lines(
            name, $"{Text(seconds)} s, bare HttpClient {Text(bare)} s", bare / seconds, goal, failed, ours, null);
    }

    private static IEnumerable<Line> Outage()
    {
        var behaviour = PlatformBehaviour.Outage(OutageStart, OutageEnd, Quick);
        var (seconds, failed) = Run(behaviour, 20_000);
        var before = behaviour.Accepted.Count(at => at > OutageStart - 1 && at < OutageStart);
        var after = behaviour.Accepted.Count(at => at > OutageEnd + 5 && at < OutageEnd + 6);
        var name = $"503 for {OutageEnd - OutageStart} s";
        return
        [
            new Line($"{name}: failed rows", $"{failed} of 20,000 in {Text(seconds)} s", null, "0", failed == 0),
            new Line($"{name}: requests into the outage", $"{behaviour.Failed}", null, "< 100", behaviour.Failed < 100),
            new Line(
                $"{name}: speed 5 s after its end", $"{after}/s, before {before}/s", (double)after / before, ">= 0.80",
                after >= 0.8 * before),
        ];
    }

    /// <summary>Four connections, as four processes have.</summary>
    private static async Task<IEnumerable<Line>> SharedAsync()
    {
        var behaviour = Bucket(_ => 200, 20, 1);
        await using var server = ScriptedServer.Start(behaviour.Answer);
        var watch = Stopwatch.StartNew();
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            using var engine = new ModuleEngine();
            engine.Connect(server.BaseUri);
            return (Failed: Set(engine, 1_000), watch.Elapsed.TotalSeconds);
        })));
        var unfairness = runs.Max(run => run.TotalSeconds) / runs.Min(run => run.TotalSeconds);
        var seconds = runs.Max(run => run.TotalSeconds);
        const string Name = "four connections on one token bucket of 200/s";
        return
        [
            .. Lines(
                Name, $"{Text(seconds)} s, best possible 20 s", 20 / seconds, 0.85, runs.Sum(run => run.Failed),
                behaviour, null),
            new Line($"{Name}: slowest against fastest", Text(unfairness), null, "<= 1.5", unfairness <= 1.5),
        ];
    }

    private static IEnumerable<Line> Lines(
        string name,
        string measured,
        double ratio,
        double goal,
        int failed,
        PlatformBehaviour behaviour,
        double? mostRefused)
    {
        yield return new Line(name, measured, ratio, FormattableString.Invariant($">= {goal:0.00}"), ratio >= goal);
        yield return new Line($"{name}: failed rows", $"{failed}", null, "0", failed == 0);
        if (behaviour.Refused == 0) yield break;
        var share = (double)behaviour.Refused / behaviour.Requests;
        yield return new Line(
            $"{name}: answered 429",
            share.ToString("0.0%", CultureInfo.InvariantCulture),
            null,
            mostRefused is { } most ? FormattableString.Invariant($"< {most:0%}") : null,
            share < (mostRefused ?? 1));
    }

    private static (double Seconds, int Failed) Run(PlatformBehaviour behaviour, int rows)
    {
        using var engine = new ModuleEngine();
        var server = ScriptedServer.Start(behaviour.Answer);
        try
        {
            engine.Connect(server.BaseUri);
            var watch = Stopwatch.StartNew();
            var failed = Set(engine, rows);
            return (watch.Elapsed.TotalSeconds, failed);
        }
        finally
        {
            server.DisposeAsync().AsTask().Wait();
        }
    }

    private static int Set(ModuleEngine engine, int rows) =>
        engine.Set(Rows.Stream(rows), $"-ThrottleLimit {BulkOptions.InFlight}", () => { });

    private static async Task<double> RunBareAsync(PlatformBehaviour behaviour, int rows)
    {
        await using var server = ScriptedServer.Start(behaviour.Answer);
        using var http = BareSender.Connect();
        var body = Rows.Body;
        var watch = Stopwatch.StartNew();
        var options = new ParallelOptions { MaxDegreeOfParallelism = BulkOptions.InFlight };
        await Parallel.ForEachAsync(Rows.Numbers(rows), options, async (number, cancellationToken) =>
        {
            HttpStatusCode status;
            do
            {
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = new("application/json");
                using var response = await http.PutAsync(
                    new Uri($"{server.BaseUri}api/numbers/%2B{number.AsSpan(1)}/agent"),
                    content,
                    cancellationToken);
                await response.Content.ReadAsByteArrayAsync(cancellationToken);
                status = response.StatusCode;
            }
            while (status != HttpStatusCode.OK);
        });
        return watch.Elapsed.TotalSeconds;
    }

    private static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
