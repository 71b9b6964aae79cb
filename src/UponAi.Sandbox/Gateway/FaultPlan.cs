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
}

/// <summary>Chooses the fault of each request in the order of arrival. The same seed gives the same faults.</summary>
internal sealed class FaultPlan(double rate, int seed)
{
    private static readonly Fault[] Faults =
        [Fault.TooManyRequests, Fault.Unavailable, Fault.Reset, Fault.Truncated, Fault.Slow];

    private readonly Random random = new(seed);
    private readonly Lock drawing = new();

    internal Fault Next()
    {
        if (rate == 0) return Fault.None;
        lock (drawing) return random.NextDouble() < rate ? Faults[random.Next(Faults.Length)] : Fault.None;
    }
}
