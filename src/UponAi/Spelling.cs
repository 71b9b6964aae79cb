namespace UponAi;

/// <summary>Finds the probable meanings of a misspelt name.</summary>
internal static class Spelling
{
    private const int MaxSuggestions = 3;

    // Two random ids of the platform differ in more than half of their characters.
    private const int CharactersPerEdit = 4;

    /// <summary>Returns the Levenshtein distance: the number of characters to insert, delete or replace.</summary>
    /// <param name="max">A larger distance is returned as this value plus one.</param>
    internal static int Distance(string first, string second, int max = int.MaxValue - 1)
    {
        if (Math.Abs(first.Length - second.Length) > max) return max + 1;
        var previous = new int[second.Length + 1];
        for (var j = 0; j < previous.Length; j++) previous[j] = j;
        var row = new int[previous.Length];
        for (var i = 1; i <= first.Length; i++)
        {
            var best = row[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var replace = previous[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
                row[j] = Math.Min(replace, Math.Min(previous[j], row[j - 1]) + 1);
                best = Math.Min(best, row[j]);
            }

            if (best > max) return max + 1;
            (previous, row) = (row, previous);
        }

        return Math.Min(previous[second.Length], max + 1);
    }

    /// <summary>Returns the known names near to a name, the nearest first. Case does not count.</summary>
    /// <param name="known">The known names. A second name, or null, counts only if the name is equal to it.</param>
    internal static IReadOnlyList<string> Nearest(string name, IEnumerable<(string Name, string? OtherName)> known)
    {
        var upper = name.ToUpperInvariant();
        var max = Math.Max(1, name.Length / CharactersPerEdit);
        return
        [
            .. known
                .Select(one => (one.Name, Edits: Edits(one.Name, one.OtherName)))
                .Where(one => one.Edits <= max)
                .OrderBy(one => one.Edits)
                .ThenBy(one => one.Name, StringComparer.Ordinal)
                .Take(MaxSuggestions)
                .Select(one => one.Name),
        ];

        int Edits(string one, string? other) =>
            string.Equals(name, other, StringComparison.OrdinalIgnoreCase)
                ? 0
                : Distance(upper, one.ToUpperInvariant(), max);
    }
}
