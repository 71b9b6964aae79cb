namespace UponAi.PowerShell.Binding;

/// <summary>Tells a misspelt column from one that is meant for somebody else.</summary>
internal static class ColumnSuggester
{
    private const int MostEdits = 2;

    // In a shorter name two edits make any word of any other.
    private const int FewestLetters = 6;

    private static readonly string[] Directions = ["INBOUND", "OUTBOUND"];

    private static readonly (string Name, string Letters)[] Known = [.. RowColumns.WithMeaning.Select(name => (name, Letters(name)))];

    /// <summary>The known name that a column's unknown one is nearest to, or null where it is near to none.</summary>
    internal static string? Meant(string unknown)
    {
        // The API may have gained a member since, and its JSON is no one's spelling mistake.
        if (Directions.Any(direction => unknown.StartsWith(direction + "_", StringComparison.OrdinalIgnoreCase))) return null;

        var letters = Letters(unknown);
        // Of names that differ in their marks alone, the one that is written as the column is.
        var (name, edits) = Known
            .Select(known => (known.Name, Edits: EditDistance.Between(letters, known.Letters)))
            .OrderBy(known => known.Edits)
            .ThenBy(known => known.Name.Contains('_') == unknown.Contains('_') ? 0 : 1)
            .First();
        var isNear = edits == 0
            || edits <= MostEdits && Letters(name).Length >= FewestLetters
            || Directions.Any(direction => letters.StartsWith(direction, StringComparison.Ordinal));
        return isNear ? name : null;
    }

    private static string Letters(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '-'))).ToUpperInvariant();
}
