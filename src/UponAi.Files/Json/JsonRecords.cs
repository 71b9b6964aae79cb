using System.Text.Json;

namespace UponAi.Files.Json;

/// <summary>The rows of a JSON file: a list of objects, one object alone, or the platform's own answer with its <c>numbers</c>.</summary>
internal sealed class JsonRecords
{
    private readonly string path;
    private readonly JsonCursor cursor;

    internal JsonRecords(TextReader text, string path)
    {
        this.path = path;
        cursor = new JsonCursor(text, path);
    }

    internal IEnumerable<PlanRecord> Read()
    {
        if (cursor.IsBlank()) throw PlanFileErrors.Whole(path, "is empty; a plan in JSON is a list of objects, each a row.");
        var records = cursor.Read(out _) switch
        {
            JsonTokenType.StartArray => List(isPlatformAnswer: false),
            JsonTokenType.StartObject => Object(),
            _ => throw PlanFileErrors.At(path, cursor.Line, "A plan in JSON is a list of objects, each a row."),
        };
        foreach (var record in records) yield return record;

        // Whatever follows is not JSON.
        cursor.Read(out _);
    }

    private IEnumerable<PlanRecord> List(bool isPlatformAnswer)
    {
        while (cursor.ReadValue() is { } value)
        {
            using (value) yield return Row(value.RootElement, isPlatformAnswer);
        }
    }

    /// <summary>The answer's list as it comes; without one, the object is a row itself.</summary>
    private IEnumerable<PlanRecord> Object()
    {
        var line = cursor.Line;
        var damage = new List<string>();
        var members = new List<KeyValuePair<string, object?>>();
        var isAnswer = false;
        while (cursor.Read(out var name) == JsonTokenType.PropertyName)
        {
            if (name == "numbers")
            {
                isAnswer = true;
                if (cursor.Read(out _) != JsonTokenType.StartArray) throw PlanFileErrors.At(path, cursor.Line, "'numbers' is not a list of objects, each a row.");
                foreach (var record in List(isPlatformAnswer: true)) yield return record;
                continue;
            }

            using var value = cursor.ReadValue()!;
            if (members.Any(member => member.Key.Equals(name, StringComparison.OrdinalIgnoreCase))) damage.Add($"'{DisplayText.Sanitize(name)}' is there twice; keep one.");
            else members.Add(new KeyValuePair<string, object?>(name!, new JsonValues(damage).Value(value.RootElement)));
        }

        if (!isAnswer) yield return new PlanRecord(line, members) { Damage = damage };
    }

    private PlanRecord Row(JsonElement element, bool isPlatformAnswer)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return new PlanRecord(cursor.Line, []) { Damage = [$"{DisplayText.Sanitize(element.GetRawText())} is not an object; a plan in JSON is a list of objects, each a row."] };
        var damage = new List<string>();
        return new PlanRecord(cursor.Line, new JsonValues(damage).Members(element)) { IsPlatformAnswer = isPlatformAnswer, Damage = damage };
    }
}
