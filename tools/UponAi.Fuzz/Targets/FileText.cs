using System.Text.Json;
using UponAi.Files.Csv;
using UponAi.Files.Reading;

namespace UponAi.Fuzz.Targets;

/// <summary>Checks that the records of a file contain everything that the file contains.</summary>
internal static class FileText
{
    internal static void OfCsvIsKept(byte[] file, IReadOnlyList<PlanRecord> records)
    {
        var text = Of(file);
        var lines = text.Count(c => c is '\r' or '\n') + 1;
        Promise.Holds(
            records.All(record => record.Line >= 1 && record.Line <= lines),
            "A record stands on a line that is not there.");
        Promise.Holds(
            records.Zip(records.Skip(1)).All(pair => pair.First.Line < pair.Second.Line),
            "Two records stand on one line.");
        if (records.Any(record => record.Damage.Count > 0)) return;
        // The reader skips every byte order mark at the beginning.
        var content = text.TrimStart('\ufeff');
        var kept = records.Select(
            record => record.Cells.Select(cell => (cell.Key, record.IsHeader ? null : (string?)cell.Value)));
        var expected = Expected(content, CsvDelimiter.Detect(new StringReader(content), path: ""));
        Promise.Holds(
            kept.Select(Text).SequenceEqual(expected.Select(Text)),
            "A record does not have exactly the text of its line.");

        static string Text(IEnumerable<(string Name, string? Value)> cells) =>
            string.Join('\u001f', cells.Select(cell => $"{cell.Name}\u001e{cell.Value}"));
    }

    internal static void OfJsonIsKept(byte[] file, IReadOnlyList<PlanRecord> records)
    {
        // Throws if the file is not JSON.
        using var json = JsonDocument.Parse(Of(file));
        if (json.RootElement.ValueKind != JsonValueKind.Array) return;
        Promise.Holds(
            records.Count == json.RootElement.GetArrayLength(),
            "There are more elements, or fewer, than records.");
        foreach (var (element, record) in json.RootElement.EnumerateArray().Zip(records))
        {
            if (record.Damage.Count > 0) continue;
            var names = element.EnumerateObject().Select(member => DisplayText.VisibleName(member.Name));
            Promise.Holds(record.Cells.Select(cell => cell.Key).SequenceEqual(names), "A record has other members.");
            var values = element.EnumerateObject().Select(member => member.Value);
            Promise.Holds(
                record.Cells.Zip(values).All(pair => IsSame(pair.First.Value, pair.Second)),
                "A record has another value.");
        }
    }

    private static bool IsSame(object? value, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => value as string == element.GetString(),
        JsonValueKind.Null => value is null,
        JsonValueKind.True or JsonValueKind.False => value is bool flag && flag == element.GetBoolean(),
        JsonValueKind.Array => value is IReadOnlyList<object?> list
            && list.Count == element.GetArrayLength()
            && list.Zip(element.EnumerateArray()).All(pair => IsSame(pair.First, pair.Second)),
        JsonValueKind.Object => value is IReadOnlyDictionary<string, object?> members
            && element.EnumerateObject().All(member =>
                members.TryGetValue(DisplayText.VisibleName(member.Name), out var of) && IsSame(of, member.Value)),
        // A number is read as a number of some type, or as text if it would lose digits.
        _ => value is long or decimal || value as string == element.GetRawText(),
    };

    private static string Of(byte[] file)
    {
        using var text = new StreamReader(
            new MemoryStream(file),
            TextEncoding.Detect(new MemoryStream(file), "plan"),
            detectEncodingFromByteOrderMarks: false);
        return text.ReadToEnd();
    }

    /// <summary>
    /// Returns the cells that the records must have. The reader leaves out blank lines, and lines of other programs
    /// before the names. Of cells, the reader leaves out invisible characters of names, blank cells without a name, and
    /// the mark with which a spreadsheet begins text.
    /// </summary>
    private static IEnumerable<IEnumerable<(string Name, string? Value)>> Expected(string text, char delimiter)
    {
        List<string>? names = null;
        foreach (var (line, cells) in CsvText.Records(text, delimiter))
        {
            if (names is null && CsvDelimiter.IsPreamble(line) || cells.All(string.IsNullOrWhiteSpace)) continue;
            if (names is null)
            {
                names = [.. cells.Select(DisplayText.VisibleName)];
                yield return names.Where(name => name.Length > 0).Select(name => (name, (string?)null));
                continue;
            }

            yield return cells
                .Select(
                    (cell, i) =>
                        (Name: i < names.Count ? names[i] : "", Value: (string?)CsvFormulaEscaper.Restore(cell)))
                .Where(cell => cell.Name.Length > 0 || !string.IsNullOrWhiteSpace(cell.Value));
        }
    }
}
