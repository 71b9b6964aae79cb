namespace UponAi;

/// <summary>A request and its data for the journal.</summary>
/// <param name="assignment">The desired change.</param>
/// <param name="location">The account and the workspace.</param>
public sealed class JournalledRequest(NumberAssignment assignment, NumberLocation location)
{
    /// <summary>Gets the desired change.</summary>
    public NumberAssignment Assignment => assignment;

    /// <summary>Gets the account and the workspace.</summary>
    public NumberLocation Location => location;

    /// <summary>Gets the full path of the plan file, or null if the row is not from a file.</summary>
    public string? File { get; init; }

    /// <summary>Gets the line of the plan file, or null.</summary>
    public int? Line { get; init; }

    /// <summary>True for a request of a restore.</summary>
    public bool IsRestore { get; init; }

    /// <summary>True if the request counts as unfinished until its outcome is recorded.</summary>
    internal bool HasBegun { get; set; }

    /// <summary>Gets or sets the position of the request in its run, from 1. 0 until the position is known.</summary>
    internal long Sequence { get; set; }

    /// <summary>Gets or sets the body as JSON. Null until the body is needed.</summary>
    internal byte[]? Body { get; set; }

    /// <summary>Gets or sets the hash of address, number and body. Null until the hash is needed.</summary>
    internal string? Digest { get; set; }

    /// <summary>Gets or sets the number before the request, as JSON. Null if unknown.</summary>
    internal byte[]? Before { get; set; }
}
