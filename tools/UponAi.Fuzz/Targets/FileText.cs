using System.Text.Json;
using UponAi.Files.Csv;
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
        var delimiter = CsvDialect.Detect(new StringReader(text));
        var content = WithoutProgramLines(text);
        Promise.Holds(Letters(cells, delimiter) == Letters(content, delimiter), "A part of the text is in no record.");
    }

    internal static void OfJsonIsKept(byte[] file, IReadOnlyList<PlanRecord> records)
    {
        // Throws where the file was no JSON after all.
        using var json = JsonDocument.Parse(Of(file));
        if (json.RootElement.ValueKind != JsonValueKind.Array) return;
        Promise.Holds(records.Count == json.RootElement.GetArrayLength(), "There are more elements, or fewer, than records.");
        foreach (var (element, record) in json.RootElement.EnumerateArray().Zip(records))
        {
            if (record.Damage.Count > 0) continue;
            var names = element.EnumerateObject().Select(member => DisplayText.VisibleName(member.Name));
            Promise.Holds(record.Cells.Select(cell => cell.Key).SequenceEqual(names), "A record has other members.");
        }
    }

    private static string Of(byte[] file)
    {
        using var text = new StreamReader(new MemoryStream(file), TextEncoding.Detect(new MemoryStream(file), "plan"), detectEncodingFromByteOrderMarks: false);
        return text.ReadToEnd();
    }

    // The reader skips the lines that other programs write before the column names.
    private static string WithoutProgramLines(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOfAny(['\r', '\n'], start) is >= 0 and var found ? found : text.Length;
            var line = text[start..end];
            if (!string.IsNullOrWhiteSpace(line) && !CsvDialect.IsForPrograms(line)) break;
            start = Math.Min(end + 1, text.Length);
        }

        return text[start..];
    }

    // Names of columns lose their invisible characters. Separators, quotation marks and apostrophes are no content.
    private static string Letters(string text, char delimiter) => string.Concat(DisplayText.VisibleName(text)
        .Where(c => !char.IsWhiteSpace(c) && c != delimiter && c is not (',' or ';' or '"' or '\'')));
}
