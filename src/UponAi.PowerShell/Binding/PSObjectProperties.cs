using System.Collections;
using System.Management.Automation;

namespace UponAi.PowerShell.Binding;

/// <summary>The named values of a hashtable, or of any other object, one view for both.</summary>
internal static class PSObjectProperties
{
    /// <exception cref="UponAiException">A value cannot be read.</exception>
    internal static IEnumerable<KeyValuePair<string, object?>> Of(PSObject source)
    {
        if (source.BaseObject is IDictionary dictionary)
        {
            foreach (DictionaryEntry entry in dictionary)
                yield return new KeyValuePair<string, object?>(Name(ScalarConverter.Text(entry.Key)), entry.Value);
            yield break;
        }

        foreach (var property in source.Properties)
        {
            if (property.IsGettable) yield return new KeyValuePair<string, object?>(Name(property.Name), Value(property));
        }
    }

    /// <summary>The value without its PSObject wrapper, unless the wrapper is all there is (a PSCustomObject).</summary>
    internal static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    // A header keeps the blanks beside its commas and the mark that begins its file, and nobody sees either.
    private static string Name(string name) => name.Trim().Trim('\uFEFF').Trim();

    // A property may be a script or a getter, and fail.
    private static object? Value(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException e)
        {
            throw new UponAiException(UponAiError.InvalidRow, $"The property '{DisplayText.Sanitize(property.Name)}' cannot be read: {DisplayText.Sanitize(e.Message)}", e);
        }
    }
}
