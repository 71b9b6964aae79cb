namespace UponAi.Files.Csv;

/// <summary>What separates the cells: whichever of comma, semicolon and tab the line of column names has most of.</summary>
internal static class Delimiter
{
    // Longer than any line of column names.
    private const int MostCharacters = 64 * 1024;

    private static readonly char[] Known = [',', ';', '\t'];

    internal static char Detect(TextReader beginning)
    {
        var counts = new int[Known.Length];
        var isQuoted = false;
        var isBlank = true;
        for (var i = 0; i < MostCharacters && beginning.Read() is >= 0 and var next; i++)
        {
            var c = (char)next;
            if (c is '\r' or '\n' && !isQuoted)
            {
                if (!isBlank) break;
                continue;
            }

            if (c == '"') isQuoted = !isQuoted;
            else if (!isQuoted && Array.IndexOf(Known, c) is >= 0 and var which) counts[which]++;
            isBlank &= char.IsWhiteSpace(c);
        }

        return Known[Array.IndexOf(counts, counts.Max())];
    }
}
