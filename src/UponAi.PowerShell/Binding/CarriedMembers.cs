namespace UponAi.PowerShell.Binding;

/// <summary>Reads <see cref="PhoneNumber.CarriedMembers"/> as it is, as the number that JSON makes of it, or as the text that CSV does.</summary>
internal static class CarriedMembers
{
    internal static PhoneNumberMembers Read(object value)
    {
        if (value is PhoneNumberMembers members) return members;
        if (Scalars.TryInt(value, out var flags)) return (PhoneNumberMembers)flags;
        if (Enum.TryParse<PhoneNumberMembers>(Scalars.Text(value), ignoreCase: true, out var named)) return named;
        throw new UponAiException(
            UponAiError.InvalidRow, $"'{Scalars.Show(value)}' is not a list of a phone number's members; remove the column, unless a PhoneNumber wrote it.");
    }
}
