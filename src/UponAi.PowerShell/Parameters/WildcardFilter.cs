namespace UponAi.PowerShell.Parameters;

/// <summary>
/// Selects the rows that a Get command or Restore uses, by exact texts and by wildcard patterns without regard to case.
/// An empty filter selects everything.
/// </summary>
internal sealed class WildcardFilter
{
    private readonly Dictionary<string, object?> texts = new(StringComparer.Ordinal);
    private readonly List<WildcardPattern> patterns = [];

    internal bool IsEmpty => texts.Count == 0 && patterns.Count == 0;

    /// <summary>True if the filter has exact texts and no pattern.</summary>
    internal bool HasOnlyTexts => texts.Count > 0 && patterns.Count == 0;

    internal IEnumerable<string> Texts => texts.Keys;

    /// <summary>Returns a pattern unchanged, and any other text as a checked number.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidNumber"/>.</exception>
    internal static string ReadNumber(string? text) => IsPattern(text) ? text! : NumberId.Parse(text).Value;

    /// <summary>Adds ids. An id with wildcards is a pattern.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidRow"/>: a pattern is invalid.</exception>
    internal void AddIds(string[]? ids)
    {
        foreach (var id in ids ?? []) Add(id, id);
    }

    /// <summary>Adds an exact text, or a pattern if the text has wildcards.</summary>
    /// <param name="target">The target of the error if no row has the text.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidRow"/>: the pattern is invalid.</exception>
    internal void Add(string text, object? target)
    {
        if (IsPattern(text)) AddPattern(text);
        else texts[text] = target;
    }

    /// <summary>Adds patterns. A pattern without wildcards matches the text without regard to case.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidRow"/>: a pattern is invalid.</exception>
    internal void AddPatterns(string[]? patterns)
    {
        foreach (var pattern in patterns ?? []) AddPattern(pattern);
    }

    internal bool Includes(string? text) =>
        IsEmpty
        || text is not null && (texts.ContainsKey(text) || patterns.Exists(pattern => pattern.IsMatch(text)));

    /// <summary>Returns the exact texts without a match.</summary>
    internal IEnumerable<(string Text, object? Target)> FindMissing(HashSet<string> found) =>
        texts.Where(text => !found.Contains(text.Key)).Select(text => (text.Key, text.Value));

    private static bool IsPattern(string? text) =>
        text is not null && WildcardPattern.ContainsWildcardCharacters(text);

    private void AddPattern(string text)
    {
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
}
