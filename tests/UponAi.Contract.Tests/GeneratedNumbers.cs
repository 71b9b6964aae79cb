using System.Text.Json.Nodes;

namespace UponAi.Contract.Tests;

/// <summary>Makes generated numbers the answer to one request.</summary>
internal static class GeneratedNumbers
{
    /// <param name="number">The number that the request was about.</param>
    /// <param name="listed">A list of numbers, bare or wrapped.</param>
    /// <returns>An update's answer whose first number is the one asked for; none where the list is empty.</returns>
    internal static string? RenamedTo(NumberId number, string listed)
    {
        var json = JsonNode.Parse(listed)!;
        var numbers = (json as JsonArray ?? json["numbers"]!.AsArray()).DeepClone().AsArray();
        if (numbers.Count == 0) return null;
        numbers[0]!["number"] = number.Value;
        return new JsonObject { ["success"] = true, ["numbers"] = numbers }.ToJsonString();
    }
}
