using System.Text.Json;

namespace UponAi.Files.Json;

/// <summary>Converts JSON to plain values: text, whole numbers, decimals, Booleans, lists and dictionaries.</summary>
internal sealed class JsonValues(List<string> damage)
{
    /// <summary>Reads the members of an object. A repeated name is a problem.</summary>
    internal List<KeyValuePair<string, object?>> ReadMembers(JsonElement element)
    {
        var members = new List<KeyValuePair<string, object?>>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in element.EnumerateObject())
        {
            if (ReadName(member) is { } name) Add(members, names, name, member.Value);
        }

        return members;
    }

    /// <summary>Adds a member under its visible name, unless the name is already present.</summary>
    internal void Add(
        List<KeyValuePair<string, object?>> members, HashSet<string> names, string name, JsonElement value)
    {
        var visible = DisplayText.VisibleName(name);
        // JSON readers disagree about repeated members, so neither value is safe.
        if (names.Add(visible)) members.Add(new KeyValuePair<string, object?>(visible, ReadValue(value)));
        else damage.Add($"'{DisplayText.Sanitize(visible)}' occurs twice. Keep one.");
    }

    internal object? ReadValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => ReadText(element),
        JsonValueKind.Number => ReadNumber(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(ReadValue).ToList(),
        JsonValueKind.Object => ReadMembers(element).ToDictionary(member => member.Key, member => member.Value),
        _ => null,
    };

    internal static string HalfCharacterProblem(string raw) =>
        $"{DisplayText.Sanitize(raw)} contains half of a character. Write the text again.";

    private string? ReadName(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            damage.Add(HalfCharacterProblem(member.ToString()));
            return null;
        }
    }

    private string? ReadText(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            damage.Add(HalfCharacterProblem(element.GetRawText()));
            return null;
        }
    }

    // 1.41556E+10 is a phone number that a spreadsheet rounded. It stays text, because its value would be another
    // number.
    private static object ReadNumber(JsonElement element)
    {
        var text = element.GetRawText();
        var isLarge = text.IndexOfAny(['e', 'E']) is >= 0 and var exponent && text[exponent + 1] != '-';
        if (!isLarge && element.TryGetInt64(out var whole)) return whole;
        return !isLarge && element.TryGetDecimal(out var fraction) ? fraction : text;
    }
}
