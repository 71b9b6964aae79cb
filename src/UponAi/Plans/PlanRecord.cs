namespace UponAi;

/// <summary>The format of a plan file.</summary>
public enum PlanFormat
{
    /// <summary>
    /// A line of column names, then a line for each row. A comma, semicolon or tab separates the cells, or the
    /// character of a <c>sep=</c> line.
    /// </summary>
    Csv,
    /// <summary>A list of objects. Each object is a row.</summary>
    Json,
}

/// <summary>A row of a plan file before its values are interpreted.</summary>
/// <param name="Line">The line on which the row begins, from 1.</param>
/// <param name="Cells">
/// The named values: text, whole numbers, decimals, Booleans, and lists and dictionaries of these.
/// </param>
internal sealed record PlanRecord(int Line, IReadOnlyList<KeyValuePair<string, object?>> Cells)
{
    /// <summary>True for the line of column names. Its cells have no values.</summary>
    internal bool IsHeader { get; init; }

    /// <summary>True for an element of the platform's own response, which can have unknown properties.</summary>
    internal bool IsPlatformAnswer { get; init; }

    /// <summary>Gets the reasons why the row cannot be read, each a sentence.</summary>
    internal IReadOnlyList<string> Damage { get; init; } = [];
}
