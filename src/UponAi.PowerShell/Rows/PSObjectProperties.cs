using System.Collections;
using System.Management.Automation.Internal;
using System.Xml;

namespace UponAi.PowerShell.Rows;

/// <summary>
/// Reads the named values of any object: hashtables, custom objects, .NET objects, XML elements and JSON objects.
/// </summary>
internal static class PSObjectProperties
{
    /// <summary>Returns the names and values.</summary>
    /// <exception cref="UponAiException">The getter of a property failed.</exception>
    internal static IEnumerable<KeyValuePair<string, object?>> Read(PSObject source) => source.BaseObject switch
    {
        IDictionary dictionary => ReadDictionary(dictionary),
        XmlElement element => ReadElement(element),
        IEnumerable pairs when IsDictionary(pairs) => pairs.Cast<object>().Select(PSObject.AsPSObject)
            .Select(pair => CreatePair(
                ScalarConverter.ToText(pair.Properties["Key"].Value), pair.Properties["Value"].Value)),
        _ => ReadProperties(source),
    };

    /// <summary>Returns the elements of a list, or null for a single object.</summary>
    /// <remarks>
    /// PowerShell decides what is a list, except that an ExpandoObject and a JsonObject are one row each.
    /// </remarks>
    internal static IEnumerable? GetElements(object? value) =>
        value is IDictionary || value is IEnumerable list && IsDictionary(list)
            ? null
            : LanguagePrimitives.GetEnumerable(value);

    internal static bool IsEmptyList(object? value) => GetElements(value) is { } list && !list.Cast<object?>().Any();

    /// <summary>
    /// Removes the PSObject wrapper, unless the object is a PSCustomObject. Returns a JSON value as text.
    /// </summary>
    internal static object? Unwrap(object? value)
    {
        // The result of a command without output, which PowerShell shows as $null.
        if (ReferenceEquals(value, AutomationNull.Value)) return null;
        if (value is PSObject { BaseObject: not PSCustomObject } wrapped) value = wrapped.BaseObject;
        return value is null or string or ValueType or IEnumerable or PSObject
            || value.GetType().Namespace != "System.Text.Json.Nodes"
                ? value
                : value.ToString();
    }

    /// <summary>Returns true for one entry of a dictionary.</summary>
    internal static bool IsPair(object value) =>
        value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static bool IsDictionary(IEnumerable value) =>
        value is not (string or Array)
        && value.GetType().GetInterfaces().Any(type =>
            type.IsGenericType
            && type.GetGenericTypeDefinition() == typeof(IDictionary<,>)
            && type.GetGenericArguments()[0] == typeof(string));

    private static IEnumerable<KeyValuePair<string, object?>> ReadDictionary(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
            yield return CreatePair(ScalarConverter.ToText(entry.Key), entry.Value);
    }

    // PowerShell would add the .NET properties of the element, such as Name and Value.
    private static IEnumerable<KeyValuePair<string, object?>> ReadElement(XmlElement element)
    {
        var names = element.Attributes.Cast<XmlAttribute>()
            .Where(attribute => attribute.NamespaceURI.Length == 0 && attribute.Name != "xmlns")
            .Select(attribute => attribute.Name)
            .Concat(element.ChildNodes.OfType<XmlElement>().Select(child => child.Name))
            .Distinct(StringComparer.Ordinal);
        var adapted = PSObject.AsPSObject(element);
        return names.Select(name => CreatePair(name, GetValue(adapted.Properties[name])));
    }

    private static IEnumerable<KeyValuePair<string, object?>> ReadProperties(PSObject source)
    {
        foreach (var property in source.Properties)
        {
            if (property.IsGettable) yield return CreatePair(property.Name, GetValue(property));
        }
    }

    private static KeyValuePair<string, object?> CreatePair(string name, object? value) =>
        new(DisplayText.VisibleName(name), value);

    // A script property can fail.
    private static object? GetValue(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException e)
        {
            throw new UponAiException(
                UponAiError.InvalidRow,
                $"The property '{DisplayText.Sanitize(property.Name)}' cannot be read: "
                + $"{DisplayText.Sanitize(e.Message)}",
                e);
        }
    }
}
