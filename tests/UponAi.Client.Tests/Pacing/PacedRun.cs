using UponAi.Client.Pacing;

namespace UponAi.Client.Tests.Pacing;

/// <summary>
/// Bulk runs against one simulated platform, event by event and without a clock. Each process has its own limiter,
/// and 32 requests in flight at most. Requests and responses travel irregularly, and timers wake late, as on a busy
/// machine.
/// </summary>
internal sealed class PacedRun
{
    private const int InFlight = 32;
    private const double RetryDelay = 0.1;
    private const double GiveUpAfter = 10_000;

    private readonly SimulatedPlatform platform;
    private readonly Process[] processes;
    private readonly int rows;
    private readonly Random chance;
    private readonly PriorityQueue<Action, (double Moment, long Order)> events = new();
    private readonly List<double> accepted = [];
    private readonly double latest;
    private long order;
    private double now;

    private PacedRun(SimulatedPlatform platform, int processes, int rows, int seed, double latest)
    {
        (this.platform, this.rows, this.latest) = (platform, rows, latest);
        chance = new Random(seed);
        this.processes = [.. Enumerable.Range(0, processes).Select(_ => new Process(rows))];
    }

    /// <summary>How long the run took.</summary>
    internal double Seconds => now;

    /// <summary>How many times as long as the first process the last one took.</summary>
    internal double Unfairness => processes.Max(process => process.Ended) / processes.Min(process => process.Ended);

    /// <summary>The share of the requests that were refused.</summary>
    internal double RefusedShare { get; private set; }

    internal IReadOnlyList<string> Decisions => processes[0].Decisions;

    /// <param name="rows">How many rows each process has.</param>
    /// <param name="stagger">The time between the starts of two processes.</param>
    /// <param name="latestWake">How late timers wake. One in ten wakes up to 15 ms later still.</param>
    internal static PacedRun Of(
        SimulatedPlatform platform,
        int rows,
        int processes = 1,
        int seed = 0,
        double stagger = 0.05,
        double latestWake = 0.0015)
    {
        var run = new PacedRun(platform, processes, rows, seed, latestWake);
        run.Run(stagger);
        return run;
    }

    /// <summary>Returns the median of several runs with different seeds.</summary>
    /// <param name="by">The figure to compare. The default is <see cref="Seconds"/>.</param>
    internal static PacedRun Median(Func<int, PacedRun> run, Func<PacedRun, double>? by = null, int count = 9) =>
        Enumerable.Range(0, count).Select(run).OrderBy(by ?? (one => one.Seconds)).ElementAt(count / 2);

    /// <summary>Asserts the share of the best possible time that the median run reaches.</summary>
    internal static void AssertTime(Func<int, PacedRun> run, double best, double atLeast) =>
        Assert.InRange(best / Median(run).Seconds, atLeast, 1.01);

    /// <summary>The requests a second that were accepted after a moment.</summary>
    internal double Throughput(double from) => accepted.Count(moment => moment > from) / (now - from);

    private void Run(double stagger)
    {
        for (var i = 0; i < processes.Length; i++)
        {
            var process = processes[i];
            At(i * stagger * chance.NextDouble(), () => Send(process));
        }

        var sent = 0;
        while (processes.Any(process => process.Done < rows) && now < GiveUpAfter)
        {
            events.TryDequeue(out var action, out var key);
            now = key.Moment;
            action!();
        }

        sent = processes.Sum(process => process.Sent);
        RefusedShare = (double)processes.Sum(process => process.Refused) / sent;
    }

    private void At(double moment, Action action) => events.Enqueue(action, (moment, order++));

    private double Travel() => 0.0003 + chance.NextDouble() * 0.0005 + Delay(share: 0.05, max: 0.010);

    private double Delay(double share, double max) =>
        chance.NextDouble() < share ? chance.NextDouble() * max : 0;

    private void Send(Process process)
    {
        while (process.Idle > 0 && process.Waiting > 0)
        {
            var next = process.Limiter.NextSend(now);
            if (next > now)
            {
                if (!double.IsInfinity(next)) WakeAt(process, next);
                return;
            }

            process.Idle--;
            process.Waiting--;
            process.Sent++;
            var permit = process.Limiter.Send(now);
            At(now + Travel(), () => Arrive(process, permit));
        }
    }

    private void WakeAt(Process process, double moment)
    {
        if (moment >= process.Wake) return;
        process.Wake = moment;
        At(moment + chance.NextDouble() * latest + Delay(share: 0.1, max: 0.015), () =>
        {
            if (process.Wake == moment) process.Wake = double.PositiveInfinity;
            Send(process);
        });
    }

    private void Arrive(Process process, RequestPermit permit)
    {
        if (!platform.Accepts(now))
        {
            process.Refused++;
            var hint = platform.RetryAfter(now);
            At(now + Travel(), () => End(process, hint ?? 0, () => process.Limiter.Refuse(permit, hint, now)));
            return;
        }

        accepted.Add(now);
        var isFailure = chance.NextDouble() < platform.FailureShare;
        var answered = now + platform.Latency(chance);
        At(answered, platform.Answered);
        var outcome = isFailure ? AttemptOutcome.Failed : AttemptOutcome.Answered;
        At(
            answered + Travel(),
            () => End(process, isFailure ? RetryDelay : null, () => process.Limiter.Complete(permit, outcome, now)));
    }

    /// <param name="retryAfter">When the row is sent again; <c>null</c> if it is done.</param>
    private void End(Process process, double? retryAfter, Action tell)
    {
        process.Idle++;
        tell();
        if (retryAfter is { } delay)
        {
            At(now + delay, () =>
            {
                process.Waiting++;
                Send(process);
            });
        }
        else if (++process.Done == rows)
        {
            process.Ended = now;
        }

        Send(process);
    }

    private sealed class Process(int rows)
    {
        private readonly PacingLog log = new();
        private AdaptiveLimiter? limiter;

        internal AdaptiveLimiter Limiter => limiter ??= new(log);

        internal IReadOnlyList<string> Decisions
        {
            get
            {
                var seen = 0L;
                return log.Since(ref seen);
            }
        }

        internal int Waiting { get; set; } = rows;

        internal int Idle { get; set; } = InFlight;

        internal int Done { get; set; }

        internal int Sent { get; set; }

        internal int Refused { get; set; }

        internal double Wake { get; set; } = double.PositiveInfinity;

        internal double Ended { get; set; }
    }
}
