using System.Text;
using System.Text.RegularExpressions;

namespace UponAi;

/// <summary>
/// A phone number in E.164 form, such as <c>+14155550100</c>, or an extension, such as <c>101</c> or <c>+14155550100;ext=7</c>:
/// what the platform calls "phone number or extension identifier".
/// </summary>
public readonly struct NumberId : IEquatable<NumberId>
{
    private const int LongestE164 = 15;
    private const int LongestIdentifier = 128;

    private static readonly Regex ExcelScientific = new(@"^\+?\d+([.,]\d+)?[eE]\+?\d+$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    // A short extension, or one with hyphens or points in it, is easily taken for a day.
    private static readonly Regex Date = new(
        @"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|(\d{1,2}[-. ])?(Jan|Feb|Mar|Mrz|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)[-. ]\d{2,4}|\d{1,2}[-. ](Jan|Feb|Mar|Mrz|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez))( \d{1,2}:\d\d(:\d\d)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ECMAScript | RegexOptions.IgnoreCase);

    // Its '.' would be a separator and its '0' one more digit: another subscriber's number.
    private static readonly Regex Fraction = new(@"^\+?\d+\.0+(;|$)", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    private static readonly Regex TrunkZero = new(@"\([\s\p{Cf}]*0[\s\p{Cf}]*\)", RegexOptions.CultureInvariant);

    private readonly string? value;

    private NumberId(string value) => this.value = value;

    /// <summary>The identifier as the platform knows it, unescaped.</summary>
    public string Value => value ?? throw new InvalidOperationException("A NumberId is made by Parse.");

    /// <summary>Reads a number; visual separators in one that begins with <c>+</c> are removed, an extension stays as it is.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidNumber"/>.</exception>
    public static NumberId Parse(string? text)
    {
        var trimmed = Trim(text ?? "");
        if (IsPlainPhone(trimmed)) return new NumberId(trimmed);
        if (trimmed.Length == 0) throw Refuse(text, "it is empty", "Give a number such as +14155550100, or an extension such as 101.");
        if (trimmed.Length > LongestIdentifier) throw Refuse(text, $"it has {trimmed.Length} characters", $"A number or extension has at most {LongestIdentifier}.");
        // A spreadsheet's mark of text, which keeps the + and is no part of the number.
        if (trimmed[0] == '\'') return Parse(trimmed.Substring(1));
        if (ExcelScientific.IsMatch(trimmed))
            throw Refuse(text, "a spreadsheet rounded the number, and its digits are lost", "Format the column as text and enter the number anew.");
        if (Fraction.IsMatch(trimmed))
            throw Refuse(text, "its '.0' was added by a program that took the number for a fraction", "Keep the column as text.");
        if (Date.IsMatch(trimmed))
            throw Refuse(text, "a spreadsheet took it for a date", "Format the column as text and enter the number anew.");
        if (trimmed[0] == '#')
            throw Refuse(text, "it is what a spreadsheet writes for a failed formula", "Format the column as text and enter the number anew.");

        var read = trimmed[0] == '+' ? Phone(text!, trimmed) : Extension(text!, trimmed);
        CheckParts(text!, read.Split(';'));
        return new NumberId(read);
    }

    /// <inheritdoc/>
    public bool Equals(NumberId other) => string.Equals(value, other.value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NumberId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => value is null ? 0 : StringComparer.Ordinal.GetHashCode(value);

    /// <inheritdoc/>
    public override string ToString() => value ?? "";

    /// <summary>Ordinal equality.</summary>
    public static bool operator ==(NumberId left, NumberId right) => left.Equals(right);

    /// <summary>Ordinal inequality.</summary>
    public static bool operator !=(NumberId left, NumberId right) => !left.Equals(right);

    // As nearly all are written: nothing to remove, nothing to doubt.
    private static bool IsPlainPhone(string trimmed)
    {
        if (trimmed.Length is < 2 or > LongestE164 + 1 || trimmed[0] != '+') return false;
        for (var i = 1; i < trimmed.Length; i++)
        {
            if (trimmed[i] is < '0' or > '9') return false;
        }

        return true;
    }

    private static string Phone(string text, string trimmed)
    {
        var semicolon = trimmed.IndexOf(';');
        var dialled = semicolon < 0 ? trimmed : trimmed.Substring(0, semicolon);
        if (TrunkZero.IsMatch(dialled))
            throw Refuse(text, "'(0)' is dialled only inside the country", "Leave it out: +49 89 1234, not +49 (0)89 1234.");

        var digits = new StringBuilder("+", dialled.Length);
        foreach (var c in dialled.Skip(1))
        {
            if (c is >= '0' and <= '9') digits.Append(c);
            else if (!IsSeparator(c)) throw Refuse(text, $"it holds {DisplayText.Name(c)}", "After the + come digits; spaces, '-', '.', '(' and ')' between them are removed.");
        }

        if (digits.Length - 1 is 0 or > LongestE164)
            throw Refuse(text, $"it has {digits.Length - 1} digits", $"A phone number has 1 to {LongestE164} digits after the +.");
        return digits + (semicolon < 0 ? "" : Extension(text, trimmed.Substring(semicolon)));
    }

    private static string Extension(string text, string trimmed)
    {
        foreach (var c in trimmed)
        {
            if (char.IsWhiteSpace(c)) throw Refuse(text, $"it holds {DisplayText.Name(c)}", "A phone number begins with + and its country code; an extension has no spaces.");
            if (c is '/' or '\\' or '?' or '#' or '%' || DisplayText.IsInvisible(c))
                throw Refuse(text, $"it holds {DisplayText.Name(c)}", "Give a number such as +14155550100, or an extension such as 101.");
            // A full-width or Arabic digit, another alphabet's letter, a typographic hyphen: it looks like an identifier that it is not.
            if (c > '~') throw Refuse(text, $"it holds {DisplayText.Name(c)}", "An extension has ASCII letters, digits and marks; type it anew.");
        }

        return trimmed;
    }

    // Servers that drop what follows a ';' see '..' in '..;x', and the first number alone in a list.
    private static void CheckParts(string text, string[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length == 0) throw Refuse(text, "a ';' has nothing beside it", "Write an extension of a number as +14155550100;ext=7.");
            if (parts[i].Trim('.').Length == 0) throw Refuse(text, "dots alone are no number", "Give a number such as +14155550100, or an extension such as 101.");
            if (i > 0 && parts[i][0] == '+') throw Refuse(text, "it holds two numbers", "Give each number on its own.");
        }
    }

    // Numbers copied from contact lists come wrapped in invisible direction marks.
    private static string Trim(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsPadding(text[start])) start++;
        while (end > start && IsPadding(text[end - 1])) end--;
        return end - start == text.Length ? text : text.Substring(start, end - start);
    }

    private static bool IsPadding(char c) => char.IsWhiteSpace(c) && !char.IsControl(c) || IsMark(c);

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format;

    private static bool IsSeparator(char c) =>
        c is '-' or '.' or '(' or ')' or >= '\u2010' and <= '\u2015' || IsPadding(c);

    private static UponAiException Refuse(string? text, string why, string fix) =>
        new(UponAiError.InvalidNumber, $"'{DisplayText.Sanitize(text)}' is not a phone number or an extension: {why}. {fix}");
}
