namespace UponAi;

/// <summary>A list of the platform's.</summary>
public sealed class ListOutcome<T>
{
    /// <summary>All of it.</summary>
    public required IReadOnlyList<T> Rows { get; init; }

    /// <summary>The requests that it took, for the verbose stream.</summary>
    public required IReadOnlyList<RequestSummary> Requests { get; init; }
}
