using System.Collections;
using System.Globalization;

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

    /// <summary>
    /// Converts a whole number, also from text or from a JSON number with an empty fraction. Returns null for any other
    /// value.
    /// </summary>
    internal static long? ToWhole(object? value) => value switch
    {
        string text => long.TryParse(
            text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null,
        int or long or short or byte or sbyte or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong and <= long.MaxValue and var big => (long)big,
        decimal fraction when decimal.Truncate(fraction) == fraction && Math.Abs(fraction) <= long.MaxValue =>
            (long)fraction,
        // Doubles represent every whole number up to 2^53 exactly.
        double fraction when Math.Truncate(fraction) == fraction && Math.Abs(fraction) <= 9007199254740992d =>
            (long)fraction,
        _ => null,
    };

    /// <summary>Converts a version or a workspace: a whole number from 0. Returns null for any other value.</summary>
    internal static int? ToInt(object? value) => ToWhole(value) is >= 0 and <= int.MaxValue and var whole
        ? (int)whole
        : null;

    /// <summary>
    /// Converts a Boolean, 0 and 1, or the words of spreadsheets and JSON. Returns null for any other value.
    /// </summary>
    internal static bool? ToBool(object? value) => value switch
    {
        bool flag => flag,
        string text => text.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "$TRUE" or "YES" or "ON" or "1" => true,
            "FALSE" or "$FALSE" or "NO" or "OFF" or "0" => false,
            _ => null,
        },
        _ => ToWhole(value) switch { 0 => false, 1 => true, _ => null },
    };

    /// <summary>
    /// Returns the text of a number or extension, also from a whole number, such as an extension in JSON.
    /// </summary>
    internal static string ReadNumberText(object value)
    {
        if (value is string or PhoneNumber or PlanRow or NumberId) return ToText(value);
        if (ToWhole(value) is { } whole) return whole.ToString(CultureInfo.InvariantCulture);
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
        if (ToInt(value) is { } flags) return (PhoneNumberProperties)flags;
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
        _ => ToWhole(value) ?? throw new UponAiException(
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
