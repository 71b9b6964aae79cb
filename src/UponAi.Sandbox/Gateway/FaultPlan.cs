namespace UponAi.Sandbox.Gateway;

/// <summary>The faults of a sandbox.</summary>
internal enum Fault
{
    /// <summary>No fault.</summary>
    None,

    /// <summary>The sandbox answers 429 before anything is done.</summary>
    TooManyRequests,

    /// <summary>The sandbox answers 503 before anything is done.</summary>
    Unavailable,

    /// <summary>The work is done, but the connection is reset instead of a response.</summary>
    Reset,

    /// <summary>The work is done, but the connection ends in the middle of the response.</summary>
    Truncated,

    /// <summary>The work is done, and the second half of the response is delayed.</summary>
    Slow,

    /// <summary>The sandbox answers 502 before anything is done.</summary>
    BadGateway,
}

/// <summary>
/// Chooses the fault and the delay of each request in the order of arrival. The same seed gives the same choices.
/// </summary>
internal sealed class FaultPlan(SandboxOptions options, RequestClock clock)
{
    private static readonly Fault[] Mixed =
        [Fault.TooManyRequests, Fault.Unavailable, Fault.Reset, Fault.Truncated, Fault.Slow];

    private readonly Random faults = new(options.Seed);
    private readonly Random errors = new(options.Seed + 1);
    private readonly Random delays = new(options.Seed + 2);
    private readonly Lock drawing = new();

    /// <summary>Returns true during the outage.</summary>
    internal bool IsOutage()
    {
        if (options.OutageLength == TimeSpan.Zero) return false;
        var since = clock.Read() - options.OutageAfter;
        return since >= TimeSpan.Zero && since < options.OutageLength;
    }

    internal Fault NextFault()
    {
        if (IsDrawn(errors, options.ErrorRate)) return Fault.BadGateway;
        if (options.FaultRate == 0) return Fault.None;
        lock (drawing)
            return faults.NextDouble() < options.FaultRate ? Mixed[faults.Next(Mixed.Length)] : Fault.None;
    }

    internal TimeSpan NextDelay() => IsDrawn(delays, options.SlowRate) ? options.SlowLatency : options.Latency;

    private bool IsDrawn(Random random, double rate)
    {
        if (rate == 0) return false;
        lock (drawing) return random.NextDouble() < rate;
    }
}
