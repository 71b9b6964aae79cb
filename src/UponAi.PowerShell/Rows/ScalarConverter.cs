using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace UponAi.PowerShell.Rows;

/// <summary>
/// Converts single values from text (CSV), numbers (JSON) or the target type, in the invariant culture and without
/// guessing.
/// </summary>
internal static class ScalarConverter
{
    /// <summary>Returns true for null and for text of white space, which leave a property unchanged.</summary>
    internal static bool IsBlank(object? value) =>
        value is null or DBNull || value is string text && string.IsNullOrWhiteSpace(text);

    /// <summary>Returns true for the word <c>none</c>, which clears a property.</summary>
    internal static bool IsNone(object? value) => value is string text && ClearKeyword.Is(text);

    /// <summary>Converts a whole number, also from text or from a JSON number with an empty fraction.</summary>
    internal static bool TryWhole(object? value, out long whole)
    {
        whole = 0;
        switch (value)
        {
            case string text:
                return long.TryParse(
                    text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole);
            case int or long or short or byte or sbyte or ushort or uint:
                whole = Convert.ToInt64(value, CultureInfo.InvariantCulture);
                return true;
            case ulong big when big <= long.MaxValue:
                whole = (long)big;
                return true;
            case decimal fraction when decimal.Truncate(fraction) == fraction && Math.Abs(fraction) <= long.MaxValue:
                whole = (long)fraction;
                return true;
            // Doubles represent every whole number up to 2^53 exactly.
            case double fraction when Math.Truncate(fraction) == fraction && Math.Abs(fraction) <= 9007199254740992d:
                whole = (long)fraction;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Converts a version or a workspace: a whole number from 0.</summary>
    internal static bool TryInt(object? value, out int number)
    {
        number = 0;
        if (!TryWhole(value, out var whole) || whole is < 0 or > int.MaxValue) return false;
        number = (int)whole;
        return true;
    }

    /// <summary>Converts a Boolean, 0 and 1, or the words of spreadsheets and JSON.</summary>
    internal static bool TryBool(object? value, out bool flag)
    {
        flag = false;
        if (value is bool given)
        {
            flag = given;
            return true;
        }

        if (value is string text)
        {
            switch (text.Trim().ToUpperInvariant())
            {
                case "TRUE" or "$TRUE" or "YES" or "ON" or "1":
                    flag = true;
                    return true;
                case "FALSE" or "$FALSE" or "NO" or "OFF" or "0":
                    return true;
                default:
                    return false;
            }
        }

        if (!TryWhole(value, out var whole) || whole is not (0 or 1)) return false;
        flag = whole == 1;
        return true;
    }

    /// <summary>
    /// Returns the text of a number or extension, also from a whole number, such as an extension in JSON.
    /// </summary>
    internal static string ReadNumberText(object value)
    {
        if (value is string or PhoneNumber or PlanRow or NumberId) return ToText(value);
        if (TryWhole(value, out var whole)) return whole.ToString(CultureInfo.InvariantCulture);
        throw new UponAiException(
            UponAiError.InvalidNumber,
            $"'{Show(value)}' of type {value.GetType().Name} is not a phone number or an extension. "
            + "Give text such as '+14155550100', or an extension such as 101.");
    }

    /// <summary>
    /// Reads <see cref="PhoneNumber.ReturnedProperties"/>, also as the number in JSON and as the text in CSV.
    /// </summary>
    internal static PhoneNumberProperties ReadReturnedProperties(object value)
    {
        if (value is PhoneNumberProperties properties) return properties;
        if (TryInt(value, out var flags)) return (PhoneNumberProperties)flags;
        if (Enum.TryParse<PhoneNumberProperties>(ToText(value), ignoreCase: true, out var named)) return named;
        throw new UponAiException(
            UponAiError.InvalidRow,
            $"'{Show(value)}' is not a list of a phone number's properties. Remove the column, unless it comes from a "
            + "PhoneNumber.");
    }

    /// <summary>Reads a weight from a number or text: a fraction or a percentage.</summary>
    internal static decimal ReadWeight(object value) => value switch
    {
        decimal weight => weight,
        double weight when !double.IsNaN(weight) && Math.Abs(weight) < 1e9 => (decimal)weight,
        float weight when !float.IsNaN(weight) && Math.Abs(weight) < 1e9 => (decimal)weight,
        string text => AgentRefText.ParseWeight(text, text.Trim()),
        _ when TryWhole(value, out var whole) => whole,
        _ => throw new UponAiException(
            UponAiError.InvalidAgentSplit,
            $"A weight of type {value.GetType().Name} cannot be read. Give a fraction, such as 0.5, or a percentage, "
            + "such as '50%'."),
    };

    /// <summary>
    /// Returns true for the same object and for single values with the same text. Different lists and objects are never
    /// the same.
    /// </summary>
    internal static bool AreSame(object? first, object? second) =>
        ReferenceEquals(first, second)
        || IsSingle(first) && IsSingle(second) && ToText(first).Trim() == ToText(second).Trim();

    /// <summary>Returns a value as text, in the same way in every culture.</summary>
    internal static string ToText(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Returns a value as safe text for an error.</summary>
    internal static string Show(object? value) => DisplayText.Sanitize(
        IsSingle(value) || value is not IEnumerable list || value is IDictionary
            ? ToText(value)
            : string.Join(";", list.Cast<object?>().Select(ToText)));

    private static bool IsSingle(object? value) => value is string || value is not (PSObject or IEnumerable);
}
