namespace UponAi.Testing.Faults;

/// <summary>A fault on the wire, with the expected result of a request that has four retries.</summary>
/// <param name="Name">The fault in words.</param>
/// <param name="OpenAsync">Starts the platform with the fault.</param>
/// <param name="Error">The id of the error after <c>UponAi.</c>. Null if the request succeeds.</param>
/// <param name="Category">The category of the error record. Null if the request succeeds.</param>
/// <param name="Attempts">The number of attempts. Null if the attempts continue until the total timeout.</param>
/// <param name="Within">The maximum time from the first attempt to the end.</param>
public sealed record Fault(
    string Name, Func<Task<IFaultyPlatform>> OpenAsync, string? Error, string? Category, int? Attempts, TimeSpan Within)
{
    /// <summary>The time limit of an attempt.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(100);

    /// <summary>The time limit of a request with all its attempts.</summary>
    public static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(1000);

    /// <summary>No wait at all.</summary>
    internal static readonly TimeSpan AtOnce = TimeSpan.Zero;

    /// <summary>The time of four waits that the client chooses.</summary>
    internal static readonly TimeSpan FourWaits = 4 * TimeSpan.FromSeconds(8);

    /// <summary>The time of five attempts without a response, with the waits between them.</summary>
    internal static readonly TimeSpan FiveTimeouts = 5 * AttemptTimeout + FourWaits;

    /// <summary>Gets the kind of request that meets the fault.</summary>
    public Asked Asked { get; init; } = Asked.Update;

    /// <summary>Gets the name of the fault in the whole matrix.</summary>
    public string FullName => $"{Asked.Name}: {Name}";

    /// <summary>True if only the timeout ends an attempt.</summary>
    public bool Hangs { get; init; }

    /// <summary>
    /// Gets the number of requests in sequence. Only the last request meets the fault, and the earlier requests
    /// succeed.
    /// </summary>
    public int Requests { get; init; } = 1;

    /// <summary>Creates a fault that every request meets.</summary>
    internal static Func<Task<IFaultyPlatform>> Always(Reply reply) => Once(() => ScriptedServer.Start(_ => reply));

    /// <summary>Creates a fault that every request meets, for a reply that is too large to keep.</summary>
    internal static Func<Task<IFaultyPlatform>> Always(Func<Reply> make) => () => Always(make())();

    /// <summary>Creates a platform that answers the first request with the first reply, and so on.</summary>
    internal static Func<Task<IFaultyPlatform>> InTurn(params Reply[] replies) =>
        Once(() => ScriptedServer.Start(replies));

    /// <summary>Creates a platform that needs no time to start.</summary>
    internal static Func<Task<IFaultyPlatform>> Once(Func<IFaultyPlatform> start) => () => Task.FromResult(start());
}
