using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace UponAi;

/// <summary>Reads phone numbers and extensions as people and programs write them.</summary>
internal static class NumberSyntax
{
    private const int MaxPhoneDigits = 15;
    private const int MaxLength = 128;

    private const string AnExample = "Give a number such as +14155550100, or an extension such as 101.";

    private const string Month = "(Jan|Feb|Mar|Mrz|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)";

    private static readonly Regex ExcelScientific = new(
        @"^\+?\d+([.,]\d+)?[eE]\+?\d+$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    // A spreadsheet easily takes an extension for a date if it is short, or has hyphens or points.
    private static readonly Regex Date = new(
        @"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}"
            + @"|(\d{1,2}[-. ])?" + Month + @"[-. ]\d{2,4}|\d{1,2}[-. ]" + Month + @")( \d{1,2}:\d\d(:\d\d)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ECMAScript | RegexOptions.IgnoreCase);

    // The '.' would be a separator, and the '0' one more digit: the number of another subscriber.
    private static readonly Regex Fraction = new(
        @"^\+?\d+\.0+(;|$)", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    private static readonly Regex TrunkZero = new(@"\([\s\p{Cf}]*0[\s\p{Cf}]*\)", RegexOptions.CultureInvariant);

    /// <summary>Returns the identifier in the form that the platform knows.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidNumber"/>.</exception>
    internal static string Read(string? text)
    {
        var trimmed = Trim(text ?? "");
        if (IsPlainPhone(trimmed)) return trimmed;
        if (trimmed.Length == 0) throw Invalid(text, "it is empty", AnExample);
        if (trimmed.Length > MaxLength)
        {
            throw Invalid(
                text, $"it has {trimmed.Length} characters", $"A number or extension has at most {MaxLength}.");
        }

        // A spreadsheet marks text with an apostrophe. It keeps the + and is not a part of the number.
        if (trimmed[0] == '\'') return Read(trimmed.Substring(1));
        CheckSpreadsheet(text, trimmed);

        var read = trimmed[0] == '+' ? ReadPhone(text, trimmed) : ReadExtension(text, trimmed);
        CheckParts(text, read.Split(';'));
        return read;
    }

    /// <summary>Returns true for bare digits that look like a phone number without its <c>+</c>.</summary>
    internal static bool MayLackPlus(string value) =>
        // A country code and a subscriber have eight digits or more. Extensions are shorter.
        value.Length is >= 8 and <= MaxPhoneDigits && value[0] is >= '1' and <= '9' && value.All(IsDigit);

    private static void CheckSpreadsheet(string? text, string trimmed)
    {
        const string EnterAnew = "Format the column as text and enter the number anew.";
        if (ExcelScientific.IsMatch(trimmed))
            throw Invalid(text, "a spreadsheet rounded the number, and its digits are lost", EnterAnew);
        if (Fraction.IsMatch(trimmed))
        {
            throw Invalid(
                text, "its '.0' was added by a program that took the number for a fraction",
                    "Keep the column as text.");
        }

        if (Date.IsMatch(trimmed)) throw Invalid(text, "a spreadsheet took it for a date", EnterAnew);
        if (Placeholder.Explain(trimmed) is { } cause)
            throw Invalid(text, cause, trimmed[0] == '#' ? EnterAnew : AnExample);
    }

    // Most numbers are written in this form: nothing to remove, nothing to doubt.
    private static bool IsPlainPhone(string trimmed)
    {
        if (trimmed.Length is < 2 or > MaxPhoneDigits + 1 || trimmed[0] != '+') return false;
        for (var i = 1; i < trimmed.Length; i++)
        {
            if (!IsDigit(trimmed[i])) return false;
        }

        return true;
    }

    private static string ReadPhone(string? text, string trimmed)
    {
        var semicolon = trimmed.IndexOf(';');
        var dialled = semicolon < 0 ? trimmed : trimmed.Substring(0, semicolon);
        if (TrunkZero.IsMatch(dialled))
        {
            throw Invalid(
                text,
                "'(0)' is dialled only inside the country",
                "Leave it out: +49 89 1234, not +49 (0)89 1234.");
        }

        var digits = new StringBuilder("+", dialled.Length);
        foreach (var c in dialled.Skip(1))
        {
            if (IsDigit(c)) digits.Append(c);
            else if (!IsSeparator(c))
            {
                throw Invalid(
                    text,
                    $"it holds {DisplayText.Name(c)}",
                    "After the + come digits; spaces, '-', '.', '(' and ')' between them are removed.");
            }
        }

        if (digits.Length - 1 is 0 or > MaxPhoneDigits)
        {
            throw Invalid(
                text, $"it has {digits.Length - 1} digits",
                    $"A phone number has 1 to {MaxPhoneDigits} digits after the +.");
        }

        return digits + (semicolon < 0 ? "" : ReadExtension(text, trimmed.Substring(semicolon)));
    }

    private static string ReadExtension(string? text, string trimmed)
    {
        foreach (var c in trimmed)
        {
            if (char.IsWhiteSpace(c))
            {
                throw Invalid(
                    text,
                    $"it holds {DisplayText.Name(c)}",
                    "A phone number begins with + and its country code; an extension has no spaces.");
            }

            if (c is '/' or '\\' or '?' or '#' or '%' || DisplayText.IsInvisible(c))
                throw Invalid(text, $"it holds {DisplayText.Name(c)}", AnExample);
            // A full-width or Arabic digit, a letter of another alphabet, a typographic hyphen: each looks like another
            // identifier.
            if (c > '~')
            {
                throw Invalid(
                    text,
                    $"it holds {DisplayText.Name(c)}",
                    "An extension has ASCII letters, digits and marks; type it anew.");
            }
        }

        return trimmed;
    }

    // Servers that drop what follows a ';' see '..' in '..;x', and only the first number in a list.
    private static void CheckParts(string? text, string[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length == 0)
                throw Invalid(
                    text, "a ';' has nothing beside it", "Write an extension of a number as +14155550100;ext=7.");
            if (parts[i].Trim('.').Length == 0) throw Invalid(text, "dots alone are no number", AnExample);
            if (i > 0 && parts[i][0] == '+')
                throw Invalid(text, "it holds two numbers", "Give each number on its own.");
        }
    }

    // Numbers copied from contact lists come with invisible direction marks around them.
    private static string Trim(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsPadding(text[start])) start++;
        while (end > start && IsPadding(text[end - 1])) end--;
        return end - start == text.Length ? text : text.Substring(start, end - start);
    }

    private static bool IsPadding(char c) =>
        char.IsWhiteSpace(c) && !char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static bool IsSeparator(char c) =>
        c is '-' or '.' or '(' or ')' or >= '\u2010' and <= '\u2015' || IsPadding(c);

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static UponAiException Invalid(string? text, string why, string fix) => new(
        UponAiError.InvalidNumber,
        $"'{DisplayText.Sanitize(text)}' is not a phone number or an extension: {why}. {fix}");
}
