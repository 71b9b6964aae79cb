using System.Globalization;

namespace UponAi.Sandbox.Requests;

/// <summary>Reads the parts of a path.</summary>
internal static class RoutePath
{
    /// <summary>Returns a named part of the path, percent-decoded.</summary>
    internal static string RouteText(this HttpContext context, string name) =>
        (string)context.Request.RouteValues[name]!;
}

/// <summary>Reads query parameters. Refuses parameters that the endpoint does not know.</summary>
internal sealed class QueryReader
{
    private readonly IQueryCollection query;

    internal QueryReader(IQueryCollection query, params ReadOnlySpan<string> known)
    {
        this.query = query;
        foreach (var name in query.Keys)
            if (!known.Contains(name)) throw Refusal.BadRequest($"Unknown query parameter '{name}'.");
    }

    internal string? Text(string name) => query.TryGetValue(name, out var values) ? values.ToString() : null;

    internal int? Integer(string name)
    {
        if (Text(name) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return value;
        throw Refusal.BadRequest($"'{name}' must be an integer, not '{text}'.");
    }

    internal int RequiredInteger(string name) => Integer(name) ?? throw Refusal.BadRequest($"'{name}' is missing.");
}
