using System.Text.RegularExpressions;

namespace UponAi;

/// <summary>
/// Recognizes for <see cref="NumberSyntax"/> text that is certainly not a number: damage by a spreadsheet, national
/// forms, ranges, lists, wildcards, addresses, agents and file names.
/// </summary>
internal static class NumberMistakes
{
    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.ECMAScript | RegexOptions.IgnoreCase;
    private const string EnterAgain = "Format the column as text, and enter the number again.";
    private const string OneByOne = "Give each number on its own.";
    internal const string ReadPlan = " Read a plan file with Import-UponAiNumberAssignment.";
    private const string Month = "(Jan|Feb|Mar|Mrz|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)";

    // A number with at least this many digits is not an extension with separators.
    private const int MinNationalDigits = 7;

    private static readonly Regex ExcelScientific = new(@"^\+?\d+([.,]\d+)?e\+?\d+$", Options);

    // With '.' as a separator, the '0' would be one more digit and name another subscriber.
    private static readonly Regex Fraction = new(@"^\+?\d+\.0+(;|$)", Options);

    // A spreadsheet easily takes an extension for a date if it is short, or has hyphens or points.
    private static readonly Regex Date = new(
        @"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}"
            + @"|(\d{1,2}[-. ])?" + Month + @"[-. ]\d{2,4}|\d{1,2}[-. ]" + Month + @")( \d{1,2}:\d\d(:\d\d)?)?$",
        Options);

    private static readonly Regex Thousands = new(@"^\d{1,3}([.,']\d{3}){2,}$", Options);

    private static readonly Regex InternationalPrefix = new(@"^00[1-9]\d{6,}$", Options);

    private static readonly Regex FileName = new(
        @"\.(csv|tsv|txt|json|xml|xlsx?|xlsm|ods|ps1|psd1|clixml|log|vcf|pdf)$", Options);

    private static readonly Regex AgentId = new("^agent_[0-9a-z]{20,}", Options);

    // NumberSyntax has already removed "tel:" before a number.
    private static readonly Regex Scheme = new(
        "^(sips?|tel|mailto|https?|ftp|file|callto|skype|h323|im|xmpp|sms|smsto|fax|modem|facetime|urn):", Options);

    // The first number has no separators, and the second is the end of a greater number.
    private static readonly Regex Range = new(
        @"^(\+\d{9,15}|\d{2,6})\s*(-|\u2013|\u2014|\.\.\.?)\s*(\d{1,6})$", Options);

    /// <summary>Returns the mistake and its fix, or null.</summary>
    internal static (string Why, string Fix)? Explain(string text)
    {
        if (ExcelScientific.IsMatch(text))
            return ("a spreadsheet rounded the number, and its digits are lost", EnterAgain);
        if (Fraction.IsMatch(text))
            return ("its '.0' was added by a program that took the number for a fraction", "Keep the column as text.");
        if (Date.IsMatch(text)) return ("a spreadsheet took it for a date", EnterAgain);
        if (Placeholder.Explain(text) is { } cause)
            return (cause, text[0] == '#'
                ? EnterAgain : "Give a number such as +14155550100, or an extension such as 101.");
        if (text[0] == '=') return ("it is a formula of a spreadsheet", EnterAgain);
        if (Thousands.IsMatch(text)) return ("a program wrote it with thousands separators", EnterAgain);
        if (IsRange(text)) return ("it looks like a range of numbers", OneByOne);

        var identifier = text.Split(';')[0];
        if (text[0] == '+') return IsWildcard(identifier) ? ExplainWildcard(identifier) : null;
        if (identifier.IndexOf(',') >= 0) return ("it contains ','", OneByOne + ReadPlan);
        return ExplainIdentifier(identifier);
    }

    private static (string Why, string Fix)? ExplainIdentifier(string text)
    {
        // NumberSyntax names spaces, control characters and other alphabets in its own error.
        if (text.Any(c => c is <= ' ' or > '~')) return null;
        if (Scheme.Match(text) is { Success: true } scheme)
            return ($"it is an address that begins with '{scheme.Value}'",
                "Give the number alone, such as +14155550100.");
        if (AgentId.IsMatch(text))
            return ("it is an agent", "Give the number first and then the agent, or name the parameter of the agent.");
        if (FileName.IsMatch(text))
            return ("it is the name of a file", "Import the rows of the file with Import-UponAiNumberAssignment.");
        if (IsWildcard(text)) return ExplainWildcard(text);

        var digits = text.Count(c => c is >= '0' and <= '9');
        var separators = text.Count(c => c is '-' or '.' or '(' or ')');
        var pluses = text.Count(c => c is '+');
        if (digits == 0 || digits + separators + pluses < text.Length) return null;
        if (pluses > 0)
            return ("its + is not at the beginning", "Write +14155550100 without parentheses around the country code.");
        var bare = new string([.. text.Where(char.IsDigit)]);
        if (InternationalPrefix.IsMatch(bare))
            return ("00 is dialled before the country code", $"Write + instead of 00: +{bare.Substring(2)}.");
        return separators > 0 && digits >= MinNationalDigits
            ? ("it has no country code", "Write it in E.164 form: + and the country code, such as +14155550100.")
            : null;
    }

    private static (string Why, string Fix) ExplainWildcard(string text) => (
        $"it contains the wildcard '{text[text.IndexOfAny(['*', '[', ']'])]}'",
        OneByOne + " Or pipe the numbers that "
            + $"Get-UponAiNumber '{DisplayText.Sanitize(text).Replace("'", "''")}' returns.");

    // A feature code such as *98 begins with '*' and has digits only.
    private static bool IsWildcard(string text) =>
        text.IndexOfAny(['*', '[', ']']) >= 0
        && !(text.Length > 1 && text[0] == '*' && text.All(c => c is '*' or >= '0' and <= '9'));

    private static bool IsRange(string text)
    {
        if (Range.Match(text) is not { Success: true } match) return false;
        var (first, mark, second) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
        if (mark[0] == '.') return true;
        // +49891234-0 is one number whose last digit follows a hyphen, and 101-12 may be one extension.
        if (second.Length < 2 || first[0] != '+' && second.Length != first.Length) return false;
        var end = first.Substring(first.Length - second.Length);
        return string.CompareOrdinal(second, end) > 0;
    }
}
