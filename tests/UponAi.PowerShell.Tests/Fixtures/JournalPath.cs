using System.Text.Json;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>
/// The path of a journal, and the lines that runs have written there. The file is deleted with the test.
/// </summary>
internal sealed class JournalPath : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("UponAi journal ");

    internal string Value => Path.Combine(folder.FullName, "run.jsonl");

    internal bool Exists => File.Exists(Value);

    internal long Length => Exists ? new FileInfo(Value).Length : 0;

    internal string Text => File.ReadAllText(Value);

    /// <summary>
    /// Returns the number and the outcome of each request by its last line, such as <c>101 succeeded</c>. Fails if a
    /// complete line is not JSON.
    /// </summary>
    internal IReadOnlyList<string> Lines
    {
        get
        {
            var lines = Text.Split('\n').SkipLast(1).Select(Read).ToList();
            // The end of the last line is followed by nothing, or by a line that a kill has cut off.
            return [
                .. lines.Where((line, i) => lines.FindLastIndex(other => other.Request == line.Request) == i).Select(
                    line => line.Shown)];
        }
    }

    /// <summary>Returns the numbers whose last line says that they succeeded.</summary>
    internal IReadOnlyList<string> Succeeded =>
    [
        .. Lines.Select(line => line.Split(' '))
            .GroupBy(parts => parts[0], parts => parts[1])
            .Where(number => number.Last() == "succeeded")
            .Select(number => number.Key),
    ];

    public void Dispose() => folder.Delete(recursive: true);

    private static (string Request, string Shown) Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return ($"{root.GetProperty("run")} {root.GetProperty("sequence")}",
            $"{root.GetProperty("number")} {root.GetProperty("outcome")}");
    }
}
