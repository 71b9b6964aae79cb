namespace UponAi;

/// <summary>A row of a plan file as it stands there, before anything of it is understood.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Cells">Its named values: text, whole numbers, decimals, truth values, lists and dictionaries of these.</param>
internal sealed record PlanRecord(int Line, IReadOnlyList<KeyValuePair<string, object?>> Cells)
{
    /// <summary>True for the line of column names, whose cells have no values.</summary>
    internal bool IsHeader { get; init; }

    /// <summary>True for an element of the platform's own answer, which may have members that nobody here knows.</summary>
    internal bool IsPlatformAnswer { get; init; }

    /// <summary>What makes it unreadable, each a sentence.</summary>
    internal IReadOnlyList<string> Damage { get; init; } = [];
}
