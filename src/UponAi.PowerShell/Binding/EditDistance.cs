namespace UponAi.PowerShell.Binding;

/// <summary>How many letters have to be put in, taken out or changed to make one word of another (Levenshtein).</summary>
internal static class EditDistance
{
    internal static int Between(string first, string second)
    {
        // One row of the table at a time: what it takes to make each beginning of the second word of the first word so far.
        var above = Enumerable.Range(0, second.Length + 1).ToArray();
        var row = new int[above.Length];
        for (var i = 1; i <= first.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var change = above[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above[j], row[j - 1]) + 1);
            }

            (above, row) = (row, above);
        }

        return above[second.Length];
    }
}
