using System.Text.Json;
using UponAi.Files.Reading;

namespace UponAi.Files.Json;

/// <summary>
/// Reads the records of a JSON file: a list of objects, a single object, or the platform's own response with its
/// <c>numbers</c>.
/// </summary>
internal sealed class JsonRecords(TextReader text, string path)
{
    private const string ListRule = "A plan in JSON is a list of objects. Each object is a row.";

    private readonly JsonCursor cursor = new(text, path);

    internal IEnumerable<PlanRecord> Read()
    {
        if (cursor.IsBlank())
            throw PlanFileErrors.Whole(path, "is empty. " + ListRule);
        var records = cursor.Read(out _) switch
        {
            JsonTokenType.StartArray => ReadList(isFromPlatform: false),
            JsonTokenType.StartObject => ReadObject(),
            _ => throw PlanFileErrors.At(path, cursor.Line, ListRule),
        };
        foreach (var record in records) yield return record;

        // The cursor throws for text after the value.
        cursor.Read(out _);
    }

    private IEnumerable<PlanRecord> ReadList(bool isFromPlatform)
    {
        while (cursor.ReadValue() is { } value)
        {
            using (value) yield return CreateRow(value.RootElement, isFromPlatform);
        }
    }

    /// <summary>Reads the list in the platform's response. An object without such a list is one row.</summary>
    private IEnumerable<PlanRecord> ReadObject()
    {
        var line = cursor.Line;
        var damage = new List<string>();
        var members = new JsonMembers(damage);
        var isAnswer = false;
        while (cursor.Read(out var name) == JsonTokenType.PropertyName)
        {
            if (DisplayText.VisibleName(name!) == "numbers")
            {
                isAnswer = true;
                if (cursor.Read(out _) != JsonTokenType.StartArray)
                    throw PlanFileErrors.At(path, cursor.Line, "'numbers' is not a list. " + ListRule);
                foreach (var record in ReadList(isFromPlatform: true)) yield return record;
                continue;
            }

            using var value = cursor.ReadValue()!;
            members.Add(name!, value.RootElement);
        }

        if (!isAnswer) yield return new PlanRecord(line, members.Values) { Damage = damage };
    }

    private PlanRecord CreateRow(JsonElement element, bool isFromPlatform)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new PlanRecord(cursor.Line, [])
            {
                Damage = [$"{DisplayText.Sanitize(element.GetRawText())} is not an object. {ListRule}"],
            };
        }

        var damage = new List<string>();
        return new PlanRecord(cursor.Line, JsonMembers.Read(element, damage).Values)
        {
            IsPlatformAnswer = isFromPlatform,
            Damage = damage,
        };
    }
}
