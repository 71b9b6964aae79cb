using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace UponAi;

/// <summary>
/// Parses phone numbers and extensions for <see cref="NumberId"/>, as people and programs write them. Throws, with the
/// fix, for text that is certainly neither.
/// </summary>
internal static class NumberSyntax
{
    private const int MinPhoneDigits = 6;
    private const int MaxPhoneDigits = 15;
    private const int NorthAmericanDigits = 11;
    private const int MaxLength = 128;
    private const string TelScheme = "tel:";

    private const string AnExample = "Give a number such as +14155550100, or an extension such as 101.";
    private const string LeaveOutTrunkZero = "Leave it out: +49 89 1234, not +49 (0)89 1234.";

    private static readonly Regex TrunkZero = new(@"\([\s\p{Cf}]*0[\s\p{Cf}]*\)", RegexOptions.CultureInvariant);

    /// <summary>Returns the identifier in the platform's form.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidNumber"/>.</exception>
    internal static string Read(string? text)
    {
        var trimmed = Trim(text ?? "");
        if (IsPlainPhone(trimmed)) return trimmed;
        if (trimmed.Length == 0) throw Invalid(text, "it is empty", AnExample);
        if (trimmed.Length > MaxLength)
            throw Invalid(
                text, $"it has {trimmed.Length} characters", $"A number or extension has at most {MaxLength}.");
        if (Unwrap(trimmed) is { } inner) return Read(inner);
        if (NumberMistakes.Explain(trimmed) is var (why, fix)) throw Invalid(text, why, fix);

        var read = trimmed[0] == '+' ? ReadPhone(text, trimmed) : ReadExtension(text, trimmed);
        CheckParts(text, read.Split(';'));
        return read;
    }

    /// <summary>
    /// Returns true for bare digits in the form of a phone number without its <c>+</c>, also with an extension.
    /// </summary>
    internal static bool MayLackPlus(string value)
    {
        // A country code and a subscriber number have eight digits or more. Extensions are shorter.
        if (value.Length < 8 || value[0] is < '1' or > '9') return false;
        var number = value.Split(';')[0];
        return number.Length is >= 8 and <= MaxPhoneDigits && number.All(IsDigit);
    }

    // The fast path: most numbers have this form.
    private static bool IsPlainPhone(string trimmed)
    {
        if (trimmed.Length == 0 || trimmed[0] != '+') return false;
        for (var i = 1; i < trimmed.Length; i++)
        {
            if (!IsDigit(trimmed[i])) return false;
        }

        return ExplainDigits(trimmed) is null;
    }

    /// <summary>
    /// Returns the text inside quotation marks, a text formula, a tel: URI or a spreadsheet's mark of text, or null.
    /// </summary>
    private static string? Unwrap(string trimmed)
    {
        if (trimmed.StartsWith("=\"", StringComparison.Ordinal)
            && trimmed.Length > 3 && trimmed[trimmed.Length - 1] == '"')
            return trimmed.Substring(2, trimmed.Length - 3);
        if (DisplayText.QuotationMarkAround(trimmed) is not null) return trimmed.Substring(1, trimmed.Length - 2);
        // A spreadsheet marks text with an apostrophe. The apostrophe keeps the +, but is not a part of the number.
        if (trimmed[0] == '\'') return trimmed.Substring(1);
        if (!trimmed.StartsWith(TelScheme, StringComparison.OrdinalIgnoreCase)) return null;
        var behind = Trim(trimmed.Substring(TelScheme.Length));
        return behind.Length > 0 && (behind[0] == '+' || IsDigit(behind[0])) ? behind : null;
    }

    private static string ReadPhone(string? text, string trimmed)
    {
        var dialled = trimmed.Split(';')[0];
        if (TrunkZero.IsMatch(dialled))
            throw Invalid(text, "'(0)' is dialled only inside the country", LeaveOutTrunkZero);

        var digits = new StringBuilder("+", dialled.Length);
        foreach (var c in dialled.Skip(1))
        {
            if (IsDigit(c)) digits.Append(c);
            else if (!IsSeparator(c))
            {
                throw Invalid(
                    text,
                    $"it contains {DisplayText.Name(c)}",
                    "Digits follow the +. Only spaces, '-', '.', '(' and ')' may separate them."
                        + (c == ',' ? NumberMistakes.ReadPlan : ""));
            }
        }

        var phone = digits.ToString();
        if (ExplainDigits(phone) is var (why, fix)) throw Invalid(text, why, fix);
        return phone + ReadExtension(text, trimmed.Substring(dialled.Length));
    }

    /// <summary>Returns the mistake in the digits after a <c>+</c> and its fix, or null.</summary>
    private static (string Why, string Fix)? ExplainDigits(string phone)
    {
        var count = phone.Length - 1;
        if (count is < MinPhoneDigits or > MaxPhoneDigits)
        {
            return (
                $"it has {count} digits",
                $"A phone number has {MinPhoneDigits} to {MaxPhoneDigits} digits after the +, with the country code.");
        }

        if (phone[1] == '0')
            return ("no country code begins with 0", "Write + and the country code, such as +14155550100.");
        // Canadian numbers of seven digits begin with 310.
        var isNorthAmerican = count == NorthAmericanDigits
            || count == 8 && phone.StartsWith("+1310", StringComparison.Ordinal);
        if (phone[1] == '1' && !isNorthAmerican)
        {
            return (
                $"it has {count} digits",
                $"A phone number with the country code 1 has {NorthAmericanDigits} digits, such as +14155550100.");
        }

        return HasTrunkZero(phone)
            ? ("the 0 after the country code is dialled only inside the country", LeaveOutTrunkZero)
            : null;
    }

    // After these country codes, no number begins with 0.
    private static bool HasTrunkZero(string phone) =>
        phone[3] == '0' && phone.Substring(1, 2) is "20" or "27" or "31" or "32" or "33" or "41" or "43" or "44" or "46"
            or "49" or "61" or "64" or "81" or "82" or "84" or "90" or "91"
        || phone[4] == '0' && phone.Substring(1, 3) is "353" or "971" or "972";

    private static string ReadExtension(string? text, string trimmed)
    {
        foreach (var c in trimmed)
        {
            if (char.IsWhiteSpace(c))
            {
                throw Invalid(
                    text,
                    $"it contains {DisplayText.Name(c)}",
                    "A phone number begins with + and its country code. An extension has no spaces.");
            }

            if (c is '/' or '\\' or '?' or '#' or '%' || DisplayText.IsInvisible(c))
                throw Invalid(text, $"it contains {DisplayText.Name(c)}", AnExample);
            // Full-width digits, letters of other alphabets and typographic hyphens look like other identifiers.
            if (c > '~')
            {
                throw Invalid(
                    text,
                    $"it contains {DisplayText.Name(c)}",
                    "An extension has ASCII letters, digits and marks. Type it again.");
            }
        }

        return trimmed;
    }

    // Some servers ignore the text after ';'. They would read '..;x' as '..', and a list as its first number.
    private static void CheckParts(string? text, string[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length == 0)
            {
                throw Invalid(
                    text,
                    "nothing stands before or after a ';'",
                    "Write an extension of a number as +14155550100;ext=7.");
            }

            if (parts[i].Trim('.').Length == 0) throw Invalid(text, "it consists of dots", AnExample);
            if (i > 0 && parts[i][0] == '+')
                throw Invalid(text, "it contains two numbers", "Give each number on its own.");
        }
    }

    // Numbers copied from contact lists come with invisible direction marks around them.
    private static string Trim(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsPadding(text[start])) start++;
        while (end > start && IsPadding(text[end - 1])) end--;
        return text.Substring(start, end - start);
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
