namespace UponAi.PowerShell.Binding;

/// <summary>Reads <see cref="PhoneNumber.ReturnedProperties"/> as it is, as the number that JSON makes of it, or as the text that CSV does.</summary>
internal static class ReturnedProperties
{
    internal static PhoneNumberProperties Read(object value)
    {
        if (value is PhoneNumberProperties members) return members;
        if (ScalarConverter.TryInt(value, out var flags)) return (PhoneNumberProperties)flags;
        if (Enum.TryParse<PhoneNumberProperties>(ScalarConverter.Text(value), ignoreCase: true, out var named)) return named;
        throw new UponAiException(
            UponAiError.InvalidRow, $"'{ScalarConverter.Show(value)}' is not a list of a phone number's members; remove the column, unless a PhoneNumber wrote it.");
    }
}
