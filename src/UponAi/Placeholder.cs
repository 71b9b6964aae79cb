using System.Text.RegularExpressions;

namespace UponAi;

/// <summary>
/// Recognizes the text that other programs write for an empty value, a failed formula or an object. Such text is never
/// an agent, a number or an account.
/// </summary>
internal static class Placeholder
{
    private const int MaxEmptyValueLength = 11;

    private static readonly HashSet<string> EmptyValues = new(StringComparer.OrdinalIgnoreCase)
    {
        "null", "$null", "(null)", "<null>", "[null]", @"\N", "nil", "<nil>", "undefined", "nan", "NA", "N/A", "n.a.",
        "<NA>", "nothing", "(none)", "<none>", "(empty)", "<empty>", "(blank)", "\"\"", "''",
    };

    private static readonly Regex ObjectText = new(
        @"^((Deserialized|Selected)\.)?(System|Microsoft|Newtonsoft|UponAi)(\.[A-Za-z_][A-Za-z0-9_+`]*)+(\[.*\])?$"
            + @"|^(Object|String|PSObject|PSCustomObject|Hashtable)\[\]$|^(@\{|@\(|\{|\[)",
        RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>Returns a clause about the probable origin of the text, or null for ordinary text.</summary>
    internal static string? Explain(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0) return null;
        if (trimmed.Length <= MaxEmptyValueLength && EmptyValues.Contains(trimmed) || trimmed.All(IsDash))
            return "it is what databases and programs write for an empty value";
        if (trimmed[0] == '#') return "it is what a spreadsheet writes for a failed formula";
        var mayBeObject =
            trimmed[0] is '@' or '{' or '[' || trimmed[trimmed.Length - 1] == ']' || trimmed.IndexOf('.') > 0;
        return mayBeObject && ObjectText.IsMatch(trimmed)
            ? "it is an object or a list that a program turned into text"
            : null;
    }

    /// <summary>
    /// Returns the explanation as a sentence for the end of a message, or empty text for ordinary text.
    /// </summary>
    internal static string Hint(string text) => Explain(text) is { } clause ? $" I{clause.Substring(1)}." : "";

    private static bool IsDash(char c) => c is '-' or '_' or '?' or '\u2013' or '\u2014';
}
