namespace UponAi;

/// <summary>What an assignment would do to a number.</summary>
public enum NumberComparisonStatus
{
    /// <summary>The number has all of it already.</summary>
    Unchanged,
    /// <summary>Something differs, or cannot be told.</summary>
    Changed,
    /// <summary>The account has no such number in the workspace.</summary>
    NotFound,
}
