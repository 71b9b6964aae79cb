using System.Management.Automation;

namespace UponAi.PowerShell.Parameters;

/// <summary>What to show of a list: certain texts, exactly, and what patterns match, whatever the case. An empty one selects everything.</summary>
internal sealed class WildcardFilter
{
    private readonly Dictionary<string, object?> texts = new(StringComparer.Ordinal);
    private readonly List<WildcardPattern> patterns = [];

    internal bool IsEmpty => texts.Count == 0 && patterns.Count == 0;

    /// <summary>True when no pattern is part of it, and something else is.</summary>
    internal bool HasTextsAlone => texts.Count > 0 && patterns.Count == 0;

    internal IEnumerable<string> Texts => texts.Keys;

    internal static bool IsPattern(string? text) => text is not null && WildcardPattern.ContainsWildcardCharacters(text);

    /// <summary>Adds a text or, where it has wildcards, a pattern.</summary>
    /// <param name="target">What an error shows when nothing is that text.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidRow"/>: no such pattern.</exception>
    internal void Add(string text, object? target)
    {
        if (IsPattern(text)) AddPattern(text);
        else texts[text] = target;
    }

    /// <summary>Adds a pattern, which may be without wildcards: then case alone does not count.</summary>
    internal void AddPattern(string text)
    {
        try
        {
            var pattern = new WildcardPattern(text.Trim(), WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
            // It is read when it is used first.
            pattern.IsMatch("");
            patterns.Add(pattern);
        }
        catch (WildcardPatternException e)
        {
            throw new UponAiException(UponAiError.InvalidRow, $"'{DisplayText.Sanitize(text)}' is not a pattern: {DisplayText.Sanitize(e.Message)} A '[' that is meant as it stands is written `[.", e);
        }
    }

    internal bool Includes(string? text) => IsEmpty || text is not null && (texts.ContainsKey(text) || patterns.Exists(pattern => pattern.IsMatch(text)));

    /// <summary>The texts that are not among those found.</summary>
    internal IEnumerable<(string Text, object? Target)> NotIn(HashSet<string> found) =>
        texts.Where(text => !found.Contains(text.Key)).Select(text => (text.Key, text.Value));
}
