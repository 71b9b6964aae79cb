using System.Diagnostics;
using System.Globalization;
using UponAi.Benchmarks.Bulk;
using UponAi.Benchmarks.Engine;

namespace UponAi.Benchmarks.Soak;

/// <summary>
/// Runs several runspaces for a long time against a sandbox with failures and limits, and samples this process.
/// </summary>
internal static class SoakRun
{
    private const int NumbersEach = 100;
    private const int Samples = 24;

    /// <summary>The options of the sandbox that make it misbehave.</summary>
    private static readonly string[] Faults =
        ["--fault-rate", "0.02", "--slow-body-delay", "200", "--rate-limit", "400", "--burst", "40"];

    /// <returns>True if all goals were reached.</returns>
    internal static async Task<bool> RunAsync(TimeSpan duration, int runspaces)
    {
        Console.WriteLine(
            $"{Machine.Describe()}; {runspaces} runspaces, {NumbersEach} numbers each, "
            + $"{duration.TotalMinutes.ToString(CultureInfo.InvariantCulture)} minutes; sandbox with "
            + $"{string.Join(' ', Faults)}.");
        using var sandbox = await SandboxProcess.StartAsync(runspaces * NumbersEach, Faults);
        var workers = Start(sandbox.BaseUri, runspaces);
        try
        {
            var samples = await WorkAsync(workers, duration);
            Console.WriteLine();
            Table.Print(
                [["minutes", "rows", "managed heap, MiB", "working set, MiB", "handles", "threads"],
                    .. samples.Select(Cells)]);

            Line[] lines = [.. Trend.Of(samples), .. await SoakLines.OfAsync(workers, sandbox)];
            Console.WriteLine();
            Table.Print(lines);
            foreach (var problem in workers.Select(worker => worker.Tally.FirstProblem).OfType<string>())
                Console.WriteLine(problem);
            return lines.All(line => line.IsReached);
        }
        finally
        {
            foreach (var worker in workers) worker.Dispose();
        }
    }

    /// <summary>Starts the workers. The first half shares a connection. Each other worker has its own.</summary>
    private static Worker[] Start(Uri platform, int runspaces)
    {
        using var engine = new ModuleEngine();
        engine.Connect(platform);
        var shared = engine.Invoke("Get-UponAiConnection").Output.Single();
        return [
            .. Enumerable.Range(0, runspaces).Select(
                i => new Worker(platform, i * NumbersEach, NumbersEach, i < runspaces / 2 ? shared : null))];
    }

    private static async Task<ProcessSample[]> WorkAsync(Worker[] workers, TimeSpan duration)
    {
        using var timeIsUp = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        // Each worker has its own thread, like a runspace.
        Task[] working = [
            .. workers.Select(
                worker =>
                    Task.Factory.StartNew(
                        () => worker.Run(timeIsUp.Token), CancellationToken.None, TaskCreationOptions.LongRunning,
                        TaskScheduler.Default))];
        var samples = new List<ProcessSample>();
        using var timer = new PeriodicTimer(duration / Samples);
        while (samples.Count < Samples && await timer.WaitForNextTickAsync())
        {
            samples.Add(ProcessSample.Take(watch.Elapsed, workers.Sum(worker => worker.Tally.Total)));
            if (working.FirstOrDefault(task => task.IsFaulted) is { } failed) await failed;
        }

        await timeIsUp.CancelAsync();
        await Task.WhenAll(working);
        return [.. samples];
    }

    private static string[] Cells(ProcessSample sample) =>
    [
        sample.At.TotalMinutes.ToString("0.0", CultureInfo.InvariantCulture),
        sample.Rows.ToString("N0", CultureInfo.InvariantCulture),
        sample.Heap.ToString("0.0", CultureInfo.InvariantCulture),
        sample.WorkingSet.ToString("0.0", CultureInfo.InvariantCulture),
        sample.Handles.ToString(CultureInfo.InvariantCulture),
        sample.Threads.ToString(CultureInfo.InvariantCulture),
    ];
}
