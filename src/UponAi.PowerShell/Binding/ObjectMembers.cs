using System.Collections;
using System.Management.Automation;

namespace UponAi.PowerShell.Binding;

/// <summary>The named values of a hashtable, or of any other object, one view for both.</summary>
internal static class ObjectMembers
{
    internal static IEnumerable<KeyValuePair<string, object?>> Of(PSObject source)
    {
        if (source.BaseObject is IDictionary dictionary)
        {
            foreach (DictionaryEntry entry in dictionary)
                yield return new KeyValuePair<string, object?>(Convert.ToString(entry.Key, System.Globalization.CultureInfo.InvariantCulture) ?? "", entry.Value);
            yield break;
        }

        foreach (var property in source.Properties)
        {
            if (property.IsGettable) yield return new KeyValuePair<string, object?>(property.Name, property.Value);
        }
    }

    /// <summary>The value without its PSObject wrapper, unless the wrapper is all there is (a PSCustomObject).</summary>
    internal static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
