namespace UponAi.PowerShell.Parameters;

/// <summary>
/// Selects the rows that a Get command or Restore uses, by exact texts and by wildcard patterns without regard to case.
/// An empty filter selects everything.
/// </summary>
/// <param name="comparer">Compares exact texts: names without regard to case. Null compares ids exactly.</param>
internal sealed class WildcardFilter(StringComparer? comparer = null)
{
    private readonly Dictionary<string, object?> texts = new(comparer);
    private readonly List<WildcardPattern> patterns = [];
    private readonly HashSet<string> found = new(comparer);

    internal bool IsEmpty => texts.Count == 0 && patterns.Count == 0;

    /// <summary>True if the filter has exact texts and no pattern.</summary>
    internal bool HasOnlyTexts => texts.Count > 0 && patterns.Count == 0;

    internal IEnumerable<string> Texts => texts.Keys;

    /// <summary>Gets the exact texts that <see cref="Includes"/> did not see, with their targets.</summary>
    internal IEnumerable<(string Text, object? Target)> Missing =>
        texts.Where(text => !found.Contains(text.Key)).Select(text => (text.Key, text.Value));

    /// <summary>Returns a pattern unchanged, and any other text as a checked number.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidNumber"/>.</exception>
    internal static string ReadNumber(string? text) => IsPattern(text) ? text! : NumberId.Parse(text).Value;

    /// <summary>Adds exact texts, and patterns for those with wildcards.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidRow"/>: a pattern is invalid.</exception>
    internal void AddAll(string[]? all)
    {
        foreach (var text in all ?? []) Add(text, text);
    }

    /// <summary>Adds an exact text, or a pattern if the text has wildcards.</summary>
    /// <param name="target">The target of the error if no row has the text.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidRow"/>: the pattern is invalid.</exception>
    internal void Add(string text, object? target)
    {
        if (!IsPattern(text))
        {
            texts[WildcardPattern.Unescape(text.Trim())] = target;
            return;
        }

        try
        {
            var pattern = new WildcardPattern(
                text.Trim(), WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
            // PowerShell parses a pattern at its first use.
            pattern.IsMatch("");
            patterns.Add(pattern);
        }
        catch (WildcardPatternException e)
        {
            throw new UponAiException(
                UponAiError.InvalidRow,
                $"'{DisplayText.Sanitize(text)}' is not a pattern: {DisplayText.Sanitize(e.Message)} "
                + "Write a literal '[' as `[.",
                e);
        }
    }

    /// <summary>Returns true if the filter selects a text of a row. The text is then no longer missing.</summary>
    internal bool Includes(string? text)
    {
        if (IsEmpty) return true;
        if (text is null) return false;
        if (!texts.ContainsKey(text)) return patterns.Exists(pattern => pattern.IsMatch(text));
        found.Add(text);
        return true;
    }

    private static bool IsPattern(string? text) =>
        text is not null && WildcardPattern.ContainsWildcardCharacters(text);
}
