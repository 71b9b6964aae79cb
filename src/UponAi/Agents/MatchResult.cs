namespace UponAi;

/// <summary>Whether the platform has what is wanted, as far as it says. Ordered: of several, the greatest counts.</summary>
internal enum MatchResult
{
    /// <summary>It has just that.</summary>
    Same,
    /// <summary>It says too little to tell: leaves a member out, or names a version where the latest is wanted.</summary>
    Unknown,
    /// <summary>It has something else.</summary>
    Different,
}
