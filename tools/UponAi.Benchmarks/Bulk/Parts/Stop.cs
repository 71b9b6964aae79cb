using System.Diagnostics;
using UponAi.Benchmarks.Engine;
using UponAi.Testing;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>
/// How soon a command returns that is stopped with many requests in flight, which are never answered.
/// </summary>
internal static class Stop
{
    private const int InFlight = 64;
    private const int Times = 50;
    private const double MostMilliseconds = 500;

    private static readonly string AllAtOnce = $"-ThrottleLimit {InFlight}";

    internal static async Task<IEnumerable<Line>> RunAsync() =>
    [
        await MeasureAsync("Ctrl+C", AllAtOnce, first: Reply.Silence(), isStopped: true),
        await MeasureAsync(
            "an error downstream", $"{AllAtOnce} | ForEach-Object {{ throw 'enough' }}",
            first: Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number(Rows.Numbers(1)[0]))), isStopped: false),
        await MeasureAsync(
            "-ErrorAction Stop", $"{AllAtOnce} -ErrorAction Stop", first: Reply.Json(UpdateAnswers.Error("no"), 400),
            isStopped: false),
    ];

    /// <param name="first">What the first row is answered once all are in flight; the others are not answered.</param>
    /// <param name="isStopped">True to stop the command from outside, instead of by that answer.</param>
    private static async Task<Line> MeasureAsync(string how, string more, Reply first, bool isStopped)
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var firstNumber = Rows.Numbers(1)[0].TrimStart('+');
        await using var silent = ScriptedServer.Start(
            request =>
                request.Target.Contains(
                    firstNumber,
                    StringComparison.Ordinal) ? first.After(answer.Task) : Reply.Silence());
        using var engine = new ModuleEngine();
        engine.Connect(silent.BaseUri);

        var milliseconds = new List<double>();
        for (var time = 1; time <= Times; time++)
        {
            var (shell, ended) = engine.StartSet(Rows.Stream(InFlight), more);
            using var running = shell;
            await silent.WaitForRequestsAsync(time * InFlight, CancellationToken.None);

            var watch = Stopwatch.StartNew();
            if (isStopped) shell.Stop();
            else answer.SetResult();
            await ended.ContinueWith(_ => { }, TaskScheduler.Default);
            milliseconds.Add(watch.Elapsed.TotalMilliseconds);
            answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        milliseconds.Sort();
        var (median, worst) = (milliseconds[Times / 2], milliseconds[^1]);
        return new Line(
            $"stopped by {how}, {InFlight} in flight, {Times} times",
            FormattableString.Invariant($"median {median:0.0} ms, worst {worst:0.0} ms"),
            null,
            FormattableString.Invariant($"<= {MostMilliseconds:0} ms"),
            worst <= MostMilliseconds);
    }
}
