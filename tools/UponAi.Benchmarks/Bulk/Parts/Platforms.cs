using System.Diagnostics;
using System.Globalization;
using System.Net;
using UponAi.Benchmarks.Bulk.Senders;
using UponAi.Benchmarks.Engine;
using UponAi.Testing;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>
/// Measures bulk runs against misbehaving platforms, each a small server in this process. If a platform only delays or
/// fails requests, a bare HttpClient runs first for comparison. For platforms with limits, the best possible time
/// follows from the limit.
/// </summary>
internal static class Platforms
{
    private const double OutageStart = 2;
    private const double OutageEnd = 22;

    private const int WarmUpRows = 1_000;
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(100);

    private static readonly (string Name, Func<string, int, Task<IEnumerable<Line>>> MeasureAsync)[] All =
    [
        (
            "1 % of the requests take 8 s",
            AgainstBare(4_000, 0.90, () => PlatformBehaviour.Slow(0.01, TimeSpan.FromSeconds(8), Usual))),
        (
            "one in a thousand hangs for 40 s",
            Against(3_000, 40, 0.85, () => PlatformBehaviour.Slow(0.001, TimeSpan.FromSeconds(40), Slow))),
        ("503 for 20 s", OutageAsync),
        ("503 for 4 minutes", LongOutageAsync),
        ("5 % of the responses are 502", AgainstBare(4_000, 0.75, () => PlatformBehaviour.BadGateway(0.05, Quick))),
        (
            "sliding window, 100 in 10 s, Retry-After: 1",
            Against(600, 50, 0.85, () => PlatformBehaviour.SlidingWindow(100, 10, 1, Quick), 0.05)),
        (
            "fixed window, 60 in 10 s, Retry-After",
            Against(300, 40, 0.90, () => PlatformBehaviour.FixedWindow(60, 10, true, Quick))),
        (
            "fixed window, 60 in 10 s, no hint",
            Against(300, 40, 0.90, () => PlatformBehaviour.FixedWindow(60, 10, false, Quick))),
        ("at most 8 at the same time", Against(1_500, 18.75, 0.90, () => PlatformBehaviour.AtMost(8, Slow))),
        (
            "token bucket, 200/s and 50/s in turn",
            Against(4_000, 32, 0.80, () => Bucket(now => (int)(now / 10) % 2 == 0 ? 200 : 50, 20, 1), 0.03)),
        (
            "token bucket, 200/s, burst 20, Retry-After: 1",
            Against(10_000, 49.9, 0.95, () => Bucket(_ => 200, 20, 1), 0.02)),
        ("token bucket, 200/s, burst 20, no hint", Against(10_000, 49.9, 0.95, () => Bucket(_ => 200, 20, null))),
        ("token bucket, 10/s, burst 1, no hint", Against(200, 19.9, 0.85, () => Bucket(_ => 10, 1, null))),
        ("token bucket, 5/s, burst 5, no hint", Against(100, 19, 0.90, () => Bucket(_ => 5, 5, null))),
        ("four connections on one token bucket of 200/s", SharedAsync),
    ];

    internal static async Task<IEnumerable<Line>> RunAsync(BulkOptions options)
    {
        List<Line> lines = [];
        foreach (var (name, measureAsync) in All)
        {
            if (!name.Contains(options.Platform, StringComparison.Ordinal)) continue;
            await Console.Error.WriteLineAsync($"  {name} ...");
            var measured = (await measureAsync(name, options.PlatformRounds)).ToList();
            foreach (var line in measured) await Console.Error.WriteLineAsync($"    {line.Work}: {line.Measured}");
            lines.AddRange(measured);
        }

        return lines;
    }

    private static PlatformBehaviour Bucket(Func<double, double> rate, double burst, int? hint) =>
        PlatformBehaviour.TokenBucket(rate, burst, hint, Quick);

    private static Func<string, int, Task<IEnumerable<Line>>> Against(
        int rows, double best, double goal, Func<PlatformBehaviour> platform, double? maxRefused = null) =>
        (name, rounds) => Task.FromResult<IEnumerable<Line>>(
            Lines(name, rounds, () => Run(platform(), rows), "best possible", () => best, goal, maxRefused));

    private static Func<string, int, Task<IEnumerable<Line>>> AgainstBare(
        int rows, double goal, Func<PlatformBehaviour> platform) =>
        (name, rounds) => Task.FromResult<IEnumerable<Line>>(Lines(
            name,
            rounds,
            () => Run(platform(), rows),
            "bare HttpClient",
            () => RunBareAsync(platform(), rows).Result,
            goal,
            null));

    private static Task<IEnumerable<Line>> OutageAsync(string name, int rounds)
    {
        const int AllRows = 20_000;
        var runs = Enumerable.Range(0, rounds)
            .Select(_ => Run(PlatformBehaviour.Outage(OutageStart, OutageEnd, Quick), AllRows))
            .ToArray();
        var failed = runs.Max(run => run.Failed);
        var into = Median.Of([.. runs.Select(run => (double)run.Platform.Failed)]);
        var before = Median.Of([.. runs.Select(run => run.Platform.AcceptedBetween(OutageStart - 1, OutageStart))]);
        var after = Median.Of([.. runs.Select(run => run.Platform.AcceptedBetween(OutageEnd + 5, OutageEnd + 6))]);
        return Task.FromResult<IEnumerable<Line>>(
        [
            new($"{name}: failed rows", $"{failed} of {AllRows}", null, "0", failed == 0),
            new($"{name}: requests into the outage", $"{into}", null, "< 100", into < 100),
            new(
                $"{name}: speed 5 s after its end",
                $"{after}/s, before {before}/s",
                after / before,
                ">= 0.80",
                after >= 0.8 * before),
        ]);
    }

    private static Task<IEnumerable<Line>> LongOutageAsync(string name, int rounds)
    {
        var run = Run(PlatformBehaviour.Outage(OutageStart, OutageStart + 240, Quick), 8_000);
        return Task.FromResult<IEnumerable<Line>>(
        [
            new(
                $"{name}: failed rows",
                $"{run.Failed} of 8,000, {run.Platform.Failed} requests into the outage",
                null,
                "0",
                run.Failed == 0),
        ]);
    }

    /// <summary>Sends the rows over four connections, like four processes.</summary>
    private static async Task<IEnumerable<Line>> SharedAsync(string name, int rounds)
    {
        var unfairness = new List<double>();
        List<PlatformRun> runs = [];
        for (var round = 0; round < rounds; round++)
        {
            var behaviour = Bucket(_ => 200, 20, 1);
            await using var server = ScriptedServer.Start(behaviour.Answer);
            ModuleEngine[] engines = [.. Enumerable.Range(0, 4).Select(_ => CreateWarmEngine(server.BaseUri))];
            var watch = Stopwatch.StartNew();
            // Threads of their own: four blocked threads of the pool would delay the server and every timer.
            var shares = await Task.WhenAll(engines.Select(engine => Task.Factory.StartNew(
                () => (Failed: Set(engine, 1_000), watch.Elapsed.TotalSeconds),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));
            foreach (var engine in engines) engine.Dispose();
            var slowest = shares.Max(share => share.TotalSeconds);
            runs.Add(new(slowest, shares.Sum(share => share.Failed), behaviour));
            unfairness.Add(slowest / shares.Min(share => share.TotalSeconds));
        }

        var ratio = Median.Of(unfairness);
        var next = 0;
        return
        [
            .. Lines(name, rounds, () => runs[next++], "best possible", () => 19.9, 0.85, null),
            new Line($"{name}: slowest against fastest", Text(ratio), null, "<= 1.5", ratio <= 1.5),
        ];
    }

    private static List<Line> Lines(
        string name,
        int rounds,
        Func<PlatformRun> run,
        string comparison,
        Func<double> bestSeconds,
        double goal,
        double? maxRefused)
    {
        List<PlatformRun> runs = [];
        List<double> best = [];
        for (var round = 0; round < rounds; round++)
        {
            best.Add(bestSeconds());
            runs.Add(run());
        }

        var ratio = Median.Of([.. runs.Zip(best, (ours, theirs) => theirs / ours.Seconds)]);
        var seconds = Median.Of([.. runs.Select(ours => ours.Seconds)]);
        var failed = runs.Max(ours => ours.Failed);
        List<Line> lines =
        [
            new(
                name,
                $"{Text(seconds)} s, {comparison} {Text(Median.Of(best))} s",
                ratio,
                FormattableString.Invariant($">= {goal:0.00}"),
                ratio >= goal),
            new($"{name}: failed rows", $"{failed}", null, "0", failed == 0),
        ];
        if (runs.All(ours => ours.Platform.Refused == 0)) return lines;
        var share = Median.Of([.. runs.Select(ours => (double)ours.Platform.Refused / ours.Platform.Requests)]);
        lines.Add(new(
            $"{name}: answered 429",
            share.ToString("0.0%", CultureInfo.InvariantCulture),
            null,
            maxRefused is { } most ? FormattableString.Invariant($"< {most:0%}") : null,
            share < (maxRefused ?? 1)));
        return lines;
    }

    private static PlatformRun Run(PlatformBehaviour behaviour, int rows)
    {
        var server = ScriptedServer.Start(behaviour.Answer);
        using var engine = CreateWarmEngine(server.BaseUri);
        try
        {
            var watch = Stopwatch.StartNew();
            var failed = Set(engine, rows);
            return new(watch.Elapsed.TotalSeconds, failed, behaviour);
        }
        finally
        {
            server.DisposeAsync().AsTask().Wait();
        }
    }

    // The first rows of a process wait for the just-in-time compiler, not for the platform.
    private static ModuleEngine CreateWarmEngine(Uri platform)
    {
        var engine = new ModuleEngine();
        var server = ScriptedServer.Start(Bucket(_ => 1_000_000, 1_000_000, null).Answer);
        try
        {
            engine.Connect(server.BaseUri);
            Set(engine, WarmUpRows);
            engine.Connect(platform);
            return engine;
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
                var uri = new Uri($"{server.BaseUri}api/numbers/%2B{number.AsSpan(1)}/agent");
                using var response = await http.PutAsync(uri, content, cancellationToken);
                await response.Content.ReadAsByteArrayAsync(cancellationToken);
                status = response.StatusCode;
            }
            while (status != HttpStatusCode.OK);
        });
        return watch.Elapsed.TotalSeconds;
    }

    private static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record PlatformRun(double Seconds, int Failed, PlatformBehaviour Platform);
}
