namespace UponAi;

/// <summary>
/// One request as a journal knows it, from the row to its end. A journal keeps here what it needs for the lines of the
/// request.
/// </summary>
/// <param name="assignment">The desired change.</param>
/// <param name="location">The account and the workspace.</param>
/// <param name="row">The row of a plan file that asked for it, or null.</param>
public sealed class JournalledRequest(NumberAssignment assignment, NumberLocation location, PlanRow? row)
{
    /// <summary>Gets the desired change.</summary>
    public NumberAssignment Assignment => assignment;

    /// <summary>Gets the account and the workspace.</summary>
    public NumberLocation Location => location;

    /// <summary>Gets the full path of the plan file, or null where the row came from elsewhere.</summary>
    public string? File => row?.File;

    /// <summary>Gets the line of the plan file, or null.</summary>
    public int? Line => row?.Line;

    /// <summary>Gets the place of the request among those of its run, from 1; 0 before it was given one.</summary>
    internal long Sequence { get; set; }

    /// <summary>Gets the body as JSON, or null before it was needed.</summary>
    internal byte[]? Body { get; set; }

    /// <summary>Gets the digest of address, number and body, or null before it was needed.</summary>
    internal string? Digest { get; set; }

    /// <summary>What the number had before the request, as JSON; null where that is not known.</summary>
    internal byte[]? Before { get; set; }
}
