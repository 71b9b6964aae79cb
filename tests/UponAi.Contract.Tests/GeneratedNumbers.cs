using System.Text.Json.Nodes;

namespace UponAi.Contract.Tests;

/// <summary>Turns generated numbers into the response to a request.</summary>
internal static class GeneratedNumbers
{
    /// <param name="number">The number of the request.</param>
    /// <param name="listed">A list of numbers: an array, or an object with an array.</param>
    /// <returns>
    /// The response to an update, whose first number is the number of the request. Null if the list is empty.
    /// </returns>
    internal static string? RenamedTo(NumberId number, string listed)
    {
        var json = JsonNode.Parse(listed)!;
        var numbers = (json as JsonArray ?? json["numbers"]!.AsArray()).DeepClone().AsArray();
        if (numbers.Count == 0) return null;
        numbers[0]!["number"] = number.Value;
        return new JsonObject { ["success"] = true, ["numbers"] = numbers }.ToJsonString();
    }
}
