using System.Globalization;

namespace UponAi.Sandbox;

/// <summary>Reads and checks the agents and numbers that the options add to a sandbox.</summary>
internal static class AddedData
{
    // The list of agents has a row for each version.
    private const int MaxVersion = 1000;

    /// <summary>Returns a sentence about an agent or a number that cannot be added, or null.</summary>
    internal static string? FindProblem(SandboxOptions options)
    {
        if (options.AddedAgents.FirstOrDefault(text => ParseAgent(text) is null) is { } agent)
            return $"'{agent}' is not an agent. Give an id, or an id with its latest version up to {MaxVersion}, "
                + "such as agent_a@3.";
        return options.AddedNumbers.FirstOrDefault(text => !IsVisible(text)) is { } number
            ? $"'{number}' is not a number. Give a number such as +14155550123, or an extension such as 301."
            : null;
    }

    /// <summary>Reads <c>agent_id</c> or <c>agent_id@3</c>. Returns null for any other text.</summary>
    internal static (string Id, int LatestVersion)? ParseAgent(string text)
    {
        var parts = text.Split('@');
        if (!IsVisible(parts[0]) || parts.Length > 2) return null;
        var version = 0;
        var isVersion = parts.Length == 1
            || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out version)
            && version <= MaxVersion;
        return isVersion ? (parts[0], version) : null;
    }

    private static bool IsVisible(string text) => text.Length > 0 && text.All(c => c is > ' ' and <= '~');
}
