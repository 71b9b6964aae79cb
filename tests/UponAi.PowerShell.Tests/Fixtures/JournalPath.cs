using System.Text.Json;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>A journal's path, and what runs have written there; gone with the test.</summary>
internal sealed class JournalPath : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("UponAi journal ");

    internal string Value => Path.Combine(folder.FullName, "run.jsonl");

    internal bool Exists => File.Exists(Value);

    internal long Length => Exists ? new FileInfo(Value).Length : 0;

    internal string Text => File.ReadAllText(Value);

    /// <summary>Number and outcome of each whole line, such as <c>101 succeeded</c>. Fails where one is not JSON.</summary>
    internal IReadOnlyList<string> Lines
    {
        get
        {
            var lines = Text.Split('\n');
            // After the last line's end is nothing, or what a kill tore.
            return [.. lines.SkipLast(1).Select(Shown)];
        }
    }

    /// <summary>The numbers whose last line says that they succeeded.</summary>
    internal IReadOnlyList<string> Succeeded =>
    [
        .. Lines.Select(line => line.Split(' ')).GroupBy(parts => parts[0], parts => parts[1]).Where(number => number.Last() == "succeeded").Select(number => number.Key),
    ];

    public void Dispose() => folder.Delete(recursive: true);

    private static string Shown(string line)
    {
        using var json = JsonDocument.Parse(line);
        return $"{json.RootElement.GetProperty("number")} {json.RootElement.GetProperty("outcome")}";
    }
}
