using System.Diagnostics;
using UponAi.Benchmarks.Engine;
using UponAi.Testing;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>
/// Measures how soon a stopped command returns: with many requests in flight without a response, and while many
/// finished rows wait for a slow row.
/// </summary>
internal static class Stop
{
    private const int InFlight = 64;
    private const int Finished = 50_000;
    private const double MostMilliseconds = 500;

    private static readonly string AllAtOnce = $"-ThrottleLimit {InFlight}";

    private static readonly (string Name, int Rows, int Times, Func<ReceivedRequest, Reply> Others)[] Situations =
    [
        ($"{InFlight} in flight", InFlight, 50, _ => Reply.Silence()),
        ($"{Finished:N0} finished rows wait", 1 + Finished, 10, request => Reply.Json(UpdateAnswers.Agreeing(request))),
    ];

    internal static async Task<IEnumerable<Line>> RunAsync()
    {
        List<Line> lines = [];
        foreach (var (name, rows, times, others) in Situations)
        {
            lines.Add(await MeasureAsync("Ctrl+C", AllAtOnce, Reply.Silence(), isStopped: true));
            lines.Add(await MeasureAsync(
                "an error downstream",
                $"{AllAtOnce} | ForEach-Object {{ throw 'enough' }}",
                Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number(Rows.Numbers(1)[0]))),
                isStopped: false));
            lines.Add(await MeasureAsync(
                "-ErrorAction Stop",
                $"{AllAtOnce} -ErrorAction Stop",
                Reply.Json(UpdateAnswers.Error("no"), 400),
                isStopped: false));

            Task<Line> MeasureAsync(string how, string more, Reply first, bool isStopped) =>
                Stop.MeasureAsync($"{how}, {name}", rows, times, more, first, others, isStopped);
        }

        return lines;
    }

    /// <param name="first">The response to the first row, sent when all requests have arrived.</param>
    /// <param name="others">The responses to the other rows.</param>
    /// <param name="isStopped">True to stop the command from outside instead of by the first response.</param>
    private static async Task<Line> MeasureAsync(
        string name, int rows, int times, string more, Reply first, Func<ReceivedRequest, Reply> others, bool isStopped)
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var firstNumber = $"%2B{Rows.Numbers(1)[0].AsSpan(1)}/";
        await using var server = ScriptedServer.Start(request =>
            request.Target.Contains(firstNumber, StringComparison.Ordinal)
                ? first.After(answer.Task)
                : others(request));
        using var engine = new ModuleEngine();
        engine.Connect(server.BaseUri);

        var milliseconds = new List<double>();
        for (var time = 1; time <= times; time++)
        {
            var (shell, ended) = engine.StartSet(Rows.Stream(rows), more);
            using var running = shell;
            await server.WaitForRequestsAsync(time * rows, CancellationToken.None);

            var watch = Stopwatch.StartNew();
            if (isStopped) shell.Stop();
            else answer.SetResult();
            await ended.ContinueWith(_ => { }, TaskScheduler.Default);
            milliseconds.Add(watch.Elapsed.TotalMilliseconds);
            answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        milliseconds.Sort();
        var (median, worst) = (milliseconds[times / 2], milliseconds[^1]);
        return new Line(
            $"stopped by {name}, {times} times",
            FormattableString.Invariant($"median {median:0.0} ms, worst {worst:0.0} ms"),
            null,
            FormattableString.Invariant($"<= {MostMilliseconds:0} ms"),
            worst <= MostMilliseconds);
    }
}
