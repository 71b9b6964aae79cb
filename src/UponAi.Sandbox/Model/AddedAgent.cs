using System.Globalization;

namespace UponAi.Sandbox;

/// <summary>
/// An agent that the options add to a sandbox, with the versions 0 to <paramref name="LatestVersion"/>.
/// </summary>
public sealed record AddedAgent(string Id, int LatestVersion = 0)
{
    // The list of agents has a row for each version.
    private const int MaxVersion = 1000;

    /// <summary>Gets a sentence about an id or a version that the sandbox cannot have, or null.</summary>
    internal string? Problem =>
        Id.Length == 0 || !Id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':')
            ? $"'{Id}' is not an agent. Give an id, or an id with its latest version, such as agent_a@3."
        : LatestVersion is < 0 or > MaxVersion
            ? $"The version {LatestVersion} of {Id} is not from 0 to {MaxVersion}."
            : null;

    /// <summary>
    /// Reads <c>agent_id</c> or <c>agent_id@3</c>. Any other text is an id with a <see cref="Problem"/>.
    /// </summary>
    internal static AddedAgent Parse(string text)
    {
        var mark = text.LastIndexOf('@');
        return mark > 0
            && int.TryParse(text.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var latest)
                ? new(text[..mark], latest)
                : new(text);
    }
}
