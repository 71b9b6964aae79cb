namespace UponAi.PowerShell.Rows;

/// <summary>Finds the probable column of a misspelt name, for warnings about rows and errors of plan files.</summary>
internal static class ColumnSuggester
{
    private const int MaxEdits = 2;

    // Two edits can turn a shorter name into many other words.
    private const int MinLetters = 6;

    private static readonly string[] Directions = ["INBOUND", "OUTBOUND"];

    private static readonly (string Name, string Letters)[] Known =
        [.. RowColumns.TypedNames.Select(name => (name, GetLetters(name)))];

    /// <summary>Returns the known name nearest to an unknown name, or null if no known name is near.</summary>
    internal static string? Suggest(string unknown)
    {
        // The platform may add properties to its JSON. These names are not spelling mistakes.
        if (Directions.Any(direction => unknown.StartsWith(direction + "_", StringComparison.OrdinalIgnoreCase)))
            return null;

        var letters = GetLetters(unknown);
        // inbound_agents and InboundAgents have the same letters. The style of the unknown name decides.
        var (name, edits) = Known
            .Select(known => (known.Name, Edits: Spelling.Distance(letters, known.Letters)))
            .OrderBy(known => known.Edits)
            .ThenBy(known => known.Name.Contains('_') == unknown.Contains('_') ? 0 : 1)
            .First();
        var isNear = edits == 0
            || edits <= MaxEdits && GetLetters(name).Length >= MinLetters
            || Directions.Any(direction => letters.StartsWith(direction, StringComparison.Ordinal));
        return isNear ? name : null;
    }

    /// <summary>Returns a sentence about a letter of another alphabet, or empty text.</summary>
    internal static string DescribeOddLetter(string name)
    {
        var odd = name.FirstOrDefault(c => c > '~');
        return odd == default ? "" : $" It contains {DisplayText.Name(odd)}.";
    }

    private static string GetLetters(string name) =>
        string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '-'))).ToUpperInvariant();
}
