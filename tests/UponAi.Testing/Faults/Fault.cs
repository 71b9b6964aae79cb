namespace UponAi.Testing.Faults;

/// <summary>
/// Something that goes wrong at the wire, and what must come of a request that meets it with four retries.
/// </summary>
/// <param name="Name">In words.</param>
/// <param name="OpenAsync">Starts the place where it goes wrong.</param>
/// <param name="Error">The error's id after <c>UponAi.</c>; none where the request succeeds all the same.</param>
/// <param name="Category">The category of the error record; none as above.</param>
/// <param name="Attempts">How often the request is sent; <c>null</c> if it is sent until the total timeout is
/// over.</param>
/// <param name="Within">How long it may take from the first attempt to the end.</param>
public sealed record Fault(
    string Name, Func<Task<IFaultyPlatform>> OpenAsync, string? Error, string? Category, int? Attempts, TimeSpan Within)
{
    /// <summary>How long an attempt may take.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(100);

    /// <summary>How long a request may take with all its attempts.</summary>
    public static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(1000);

    /// <summary>No wait at all.</summary>
    internal static readonly TimeSpan AtOnce = TimeSpan.Zero;

    /// <summary>Four waits of the client's own choice.</summary>
    internal static readonly TimeSpan FourWaits = 4 * TimeSpan.FromSeconds(8);

    /// <summary>Five attempts without an answer, and the waits between.</summary>
    internal static readonly TimeSpan FiveTimeouts = 5 * AttemptTimeout + FourWaits;

    /// <summary>What is asked for when it goes wrong.</summary>
    public Asked Asked { get; init; } = Asked.Update;

    /// <summary>The name in the whole matrix.</summary>
    public string FullName => $"{Asked.Name}: {Name}";

    /// <summary>True where attempts end by their timeout alone.</summary>
    public bool Hangs { get; init; }

    /// <summary>
    /// How many requests are made one after the other, of which the last is judged; those before succeed.
    /// </summary>
    public int Requests { get; init; } = 1;

    /// <summary>What goes wrong with every request.</summary>
    internal static Func<Task<IFaultyPlatform>> Always(Reply reply) => Once(() => ScriptedServer.Start(_ => reply));

    /// <summary>The same, for a reply that is too large to be kept.</summary>
    internal static Func<Task<IFaultyPlatform>> Always(Func<Reply> make) => () => Always(make())();

    /// <summary>The first request meets the first reply, and so on.</summary>
    internal static Func<Task<IFaultyPlatform>> InTurn(params Reply[] replies) =>
        Once(() => ScriptedServer.Start(replies));

    /// <summary>A place that needs no time to start.</summary>
    internal static Func<Task<IFaultyPlatform>> Once(Func<IFaultyPlatform> start) => () => Task.FromResult(start());
}
