using System.Text.Json;

namespace UponAi.Files.Json;

/// <summary>Makes plain values of JSON: text, whole numbers, decimals, truth values, lists, dictionaries.</summary>
internal sealed class JsonValues(List<string> damage)
{
    /// <summary>The members of an object, each name once.</summary>
    internal List<KeyValuePair<string, object?>> Members(JsonElement element)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var members = new List<KeyValuePair<string, object?>>();
        foreach (var member in element.EnumerateObject())
        {
            if (Name(member) is not { } name) continue;
            // Readers of JSON disagree on which of two counts.
            if (names.Add(name)) members.Add(new KeyValuePair<string, object?>(name, Value(member.Value)));
            else damage.Add($"'{DisplayText.Sanitize(name)}' is there twice; keep one.");
        }

        return members;
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

    internal static string HasHalfACharacter(string raw) => $"{DisplayText.Sanitize(raw)} has half of a character; write it anew.";

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

    // 1.41556E+10 is a number that a spreadsheet rounded. Read as its value, it would be another number.
    private static object Number(JsonElement element)
    {
        var text = element.GetRawText();
        var isLarge = text.IndexOfAny(['e', 'E']) is >= 0 and var exponent && text[exponent + 1] != '-';
        if (!isLarge && element.TryGetInt64(out var whole)) return whole;
        return !isLarge && element.TryGetDecimal(out var fraction) ? fraction : text;
    }
}
