using System.Globalization;

namespace UponAi.Benchmarks.Bulk;

/// <summary>Prints lines as a Markdown table.</summary>
internal static class Table
{
    internal static void Print(IEnumerable<Line> lines) =>
        Print([["work", "measured", "ratio", "must reach", ""], .. lines.Select(Cells)]);

    /// <summary>Prints rows of cells, the headings first. Each row has the same number of cells.</summary>
    internal static void Print(string[][] cells)
    {
        var widths =
            Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length)).ToArray();
        for (var i = 0; i < cells.Length; i++)
        {
            Console.WriteLine(
                "| " + string.Join(" | ", cells[i].Select((cell, column) => cell.PadRight(widths[column]))) + " |");
            if (i == 0)
                Console.WriteLine("|" + string.Join("|", widths.Select(width => new string('-', width + 2))) + "|");
        }
    }

    private static string[] Cells(Line line) =>
    [
        line.Work,
        line.Measured,
        line.Ratio?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
        line.Goal ?? "",
        line.Goal is null ? "" : line.IsReached ? "reached" : "MISSED",
    ];
}
