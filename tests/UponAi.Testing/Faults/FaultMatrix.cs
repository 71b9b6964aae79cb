namespace UponAi.Testing.Faults;

/// <summary>All the faults that are tried, by name.</summary>
public static class FaultMatrix
{
    private static readonly Dictionary<string, Fault> ByName = new Fault[][]
    {
        ConnectionFaults.All, TlsFaults.All, HangingFaults.All, FramingFaults.All, BodyFaults.All, ShapeFaults.All, StatusFaults.All, RateLimitFaults.All,
    }.SelectMany(faults => faults).ToDictionary(fault => fault.Name);

    /// <summary>In the order of the tables.</summary>
    public static IReadOnlyCollection<Fault> All => ByName.Values;

    /// <summary>The one of that name.</summary>
    public static Fault Named(string name) => ByName[name];
}
