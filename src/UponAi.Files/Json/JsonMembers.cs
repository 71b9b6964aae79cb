using System.Text.Json;
using UponAi.Files.Reading;

namespace UponAi.Files.Json;

/// <summary>
/// The members of a JSON object under their visible names. The values are plain: text, whole numbers, decimals,
/// Booleans, lists and dictionaries.
/// </summary>
/// <param name="damage">Gets a sentence for each problem, as <see cref="PlanRecord.Damage"/>.</param>
internal sealed class JsonMembers(List<string> damage)
{
    private readonly List<KeyValuePair<string, object?>> members = [];
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    internal IReadOnlyList<KeyValuePair<string, object?>> Values => members;

    /// <summary>Reads all members of an object.</summary>
    internal static JsonMembers Read(JsonElement element, List<string> damage)
    {
        var read = new JsonMembers(damage);
        foreach (var member in element.EnumerateObject())
        {
            if (read.ReadName(member) is { } name) read.Add(name, member.Value);
        }

        return read;
    }

    /// <summary>Adds a member. A repeated name is a problem.</summary>
    internal void Add(string name, JsonElement value)
    {
        var visible = DisplayText.VisibleName(name);
        // JSON readers disagree about repeated members, so neither value is safe.
        if (names.Add(visible)) members.Add(new KeyValuePair<string, object?>(visible, ReadValue(value)));
        else damage.Add($"'{DisplayText.Sanitize(visible)}' occurs twice. Keep one.");
    }

    private object? ReadValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => ReadText(element),
        JsonValueKind.Number => ReadNumber(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(ReadValue).ToList(),
        JsonValueKind.Object => Read(element, damage).Values.ToDictionary(member => member.Key, member => member.Value),
        _ => null,
    };

    private string? ReadName(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            damage.Add(PlanFileErrors.DescribeUnpairedSurrogate(member.ToString()));
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
            damage.Add(PlanFileErrors.DescribeUnpairedSurrogate(element.GetRawText()));
            return null;
        }
    }

    // 1.41556E+10 is a phone number that a spreadsheet rounded. The text stays, because its value is another number.
    private static object ReadNumber(JsonElement element)
    {
        var text = element.GetRawText();
        var hasPositiveExponent = text.IndexOfAny(['e', 'E']) is >= 0 and var exponent && text[exponent + 1] != '-';
        if (hasPositiveExponent) return text;
        if (element.TryGetInt64(out var whole)) return whole;
        return element.TryGetDecimal(out var fraction) ? fraction : text;
    }
}
