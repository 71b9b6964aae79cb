using System.Globalization;

namespace UponAi.PowerShell.Binding;

/// <summary>The text of a number that came as text or, an extension from JSON for example, as a whole number.</summary>
internal static class NumberText
{
    internal static string Of(object value)
    {
        if (value is string or PhoneNumber or PlanRow or NumberId) return ScalarConverter.Text(value);
        if (ScalarConverter.TryWhole(value, out var whole)) return whole.ToString(CultureInfo.InvariantCulture);
        throw new UponAiException(
            UponAiError.InvalidNumber,
            $"'{ScalarConverter.Show(value)}' of type {value.GetType().Name} is not a phone number or an extension. Give text such as '+14155550100', or an extension such as 101.");
    }
}
