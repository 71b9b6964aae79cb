using System.Text.Json;

namespace UponAi.Sandbox.Requests;

/// <summary>Reads JSON values of an expected type. For other types, the refusal names the member.</summary>
internal static class JsonValues
{
    internal static string Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw WrongType(value, name, "a string");

    internal static int Integer(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.Number) throw WrongType(value, name, "an integer");
        return value.TryGetInt32(out var integer)
            ? integer
            : throw Refusal.BadRequest($"'{name}' must be an integer, not {value.GetRawText()}.");
    }

    internal static decimal Number(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.Number) throw WrongType(value, name, "a number");
        return value.TryGetDecimal(out var number)
            ? number
            : throw Refusal.BadRequest($"'{name}' is out of range: {value.GetRawText()}.");
    }

    internal static bool Boolean(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw WrongType(value, name, "a boolean"),
    };

    internal static Refusal WrongType(JsonElement value, string name, string wanted) =>
        Refusal.BadRequest($"'{name}' must be {wanted}, not {KindOf(value)}.");

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Array => "an array",
        _ => "an object",
    };
}
