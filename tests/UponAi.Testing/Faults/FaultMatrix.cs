namespace UponAi.Testing.Faults;

/// <summary>All tested faults by their full names.</summary>
public static class FaultMatrix
{
    private static readonly Dictionary<string, Fault> ByName = new IEnumerable<Fault>[]
    {
        Of(Asked.Update, UpdateFaults.All),
        Of(Asked.Numbers, ListFaults.Of(Asked.Numbers)),
        Of(Asked.Agents, [.. ListFaults.Of(Asked.Agents), .. PageFaults.All]),
        Of(Asked.AgentVersions, ListFaults.Of(Asked.AgentVersions)),
    }.SelectMany(faults => faults).ToDictionary(fault => fault.FullName);

    /// <summary>Gets the names in the order of the tables.</summary>
    public static IReadOnlyCollection<Fault> All => ByName.Values;

    /// <summary>Returns the fault with a name.</summary>
    public static Fault Named(string name) => ByName[name];

    /// <summary>The faults of every kind of request, and the faults that only this kind can meet.</summary>
    private static IEnumerable<Fault> Of(Asked asked, Fault[] others) => new Fault[][]
    {
        ConnectionFaults.Of(asked), TlsFaults.Of(asked), HangingFaults.Of(asked), FramingFaults.Of(asked),
        BodyFaults.Of(asked), StatusFaults.Of(asked), RateLimitFaults.Of(asked), others,
    }.SelectMany(faults => faults).Select(fault => fault with { Asked = asked });
}
