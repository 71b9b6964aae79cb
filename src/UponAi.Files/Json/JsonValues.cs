using System.Text.Json;

namespace UponAi.Files.Json;

/// <summary>Converts JSON to plain values: text, whole numbers, decimals, Booleans, lists and dictionaries.</summary>
internal sealed class JsonValues(List<string> damage)
{
    /// <summary>Reads the members of an object, each name once.</summary>
    internal List<KeyValuePair<string, object?>> Members(JsonElement element)
    {
        var members = new List<KeyValuePair<string, object?>>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in element.EnumerateObject())
        {
            if (Name(member) is { } name) Add(members, names, name, member.Value);
        }

        return members;
    }

    /// <summary>Adds a member under the name that people see, unless the name is there already.</summary>
    internal void Add(
        List<KeyValuePair<string, object?>> members, HashSet<string> names, string name, JsonElement value)
    {
        var visible = DisplayText.VisibleName(name);
        // Readers of JSON disagree on which of two members counts.
        if (names.Add(visible)) members.Add(new KeyValuePair<string, object?>(visible, Value(value)));
        else damage.Add($"'{DisplayText.Sanitize(visible)}' is there twice; keep one.");
    }

    internal object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Text(element),
        JsonValueKind.Number => Number(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.Object => Members(element).ToDictionary(member => member.Key, member => member.Value),
        _ => null,
    };

    internal static string HasHalfACharacter(string raw) =>
        $"{DisplayText.Sanitize(raw)} has half of a character; write it anew.";

    private string? Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            damage.Add(HasHalfACharacter(member.ToString()));
            return null;
        }
    }

    private string? Text(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            damage.Add(HasHalfACharacter(element.GetRawText()));
            return null;
        }
    }

    // 1.41556E+10 is a phone number that a spreadsheet rounded. As a value, it would be another number.
    private static object Number(JsonElement element)
    {
        var text = element.GetRawText();
        var isLarge = text.IndexOfAny(['e', 'E']) is >= 0 and var exponent && text[exponent + 1] != '-';
        if (!isLarge && element.TryGetInt64(out var whole)) return whole;
        return !isLarge && element.TryGetDecimal(out var fraction) ? fraction : text;
    }
}
