using System.Text.Json;
using UponAi.Files.Reading;

namespace UponAi.Fuzz.Targets;

/// <summary>Looks for everything that is in a file among its records.</summary>
internal static class FileText
{
    internal static void OfCsvIsKept(byte[] file, IReadOnlyList<PlanRecord> records)
    {
        var text = Of(file);
        var lines = text.Count(c => c is '\r' or '\n') + 1;
        Promise.Holds(records.All(record => record.Line >= 1 && record.Line <= lines), "A record stands on a line that is not there.");
        Promise.Holds(records.Zip(records.Skip(1)).All(pair => pair.First.Line < pair.Second.Line), "Two records stand on one line.");
        if (records.Any(record => record.Damage.Count > 0)) return;
        var cells = string.Concat(records.SelectMany(record => record.Cells.Select(cell => record.IsHeader ? cell.Key : (string?)cell.Value)));
        Promise.Holds(Letters(cells) == Letters(text), "A part of the text is in no record.");
    }

    internal static void OfJsonIsKept(byte[] file, IReadOnlyList<PlanRecord> records)
    {
        // Throws where the file was no JSON after all.
        using var json = JsonDocument.Parse(Of(file));
        if (json.RootElement.ValueKind != JsonValueKind.Array) return;
        Promise.Holds(records.Count == json.RootElement.GetArrayLength(), "There are more elements, or fewer, than records.");
        foreach (var (element, record) in json.RootElement.EnumerateArray().Zip(records))
            Promise.Holds(record.Damage.Count > 0 || record.Cells.Select(cell => cell.Key).SequenceEqual(element.EnumerateObject().Select(member => member.Name)), "A record has other members.");
    }

    private static string Of(byte[] file)
    {
        using var text = new StreamReader(new MemoryStream(file), TextEncoding.Detect(new MemoryStream(file), "plan"), detectEncodingFromByteOrderMarks: false);
        return text.ReadToEnd();
    }

    // Without what separates, encloses and marks cells.
    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not (',' or ';' or '"' or '\'')));
}
