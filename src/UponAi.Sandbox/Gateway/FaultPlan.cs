namespace UponAi.Sandbox.Gateway;

/// <summary>Chooses the fault of each request in the order of arrival: the same seed gives the same faults.</summary>
internal sealed class FaultPlan(double rate, int seed)
{
    private static readonly Fault[] Faults = [Fault.TooManyRequests, Fault.Unavailable, Fault.Reset, Fault.Truncated, Fault.Slow];

    private readonly Random random = new(seed);
    private readonly Lock drawing = new();

    internal Fault Next()
    {
        if (rate == 0) return Fault.None;
        lock (drawing) return random.NextDouble() < rate ? Faults[random.Next(Faults.Length)] : Fault.None;
    }
}
