using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Parameters;

/// <summary>
/// Converts arguments to agents, weights and timeouts. A converter also works in Pester mocks and proxy functions,
/// where PowerShell drops the transformation attributes.
/// </summary>
public sealed class ParameterConverter : PSTypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        destinationType == typeof(AgentRef)
        || destinationType == typeof(AgentRefCollection)
        || destinationType == typeof(AgentWeight)
        || destinationType == typeof(RequestTimeout);

    /// <inheritdoc/>
    public override object ConvertFrom(
        object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        Convert(sourceValue, destinationType);

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(
        object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new NotSupportedException();

    /// <summary>Converts a value to one of the supported types.</summary>
    /// <exception cref="PSInvalidCastException">
    /// The value cannot be converted. PowerShell expects this exception.
    /// </exception>
    internal static object Convert(object source, Type destination)
    {
        var value = PSObjectProperties.Unwrap(source);
        if (destination.IsInstanceOfType(value)) return value!;
        try
        {
            if (destination == typeof(string)) return PSObjectProperties.IsEmptyList(value) ? "" : source;
            if (destination == typeof(AgentRef)) return AgentRefReader.ReadOne(source);
            if (destination == typeof(AgentWeight))
            {
                if (value is null) throw new PSInvalidCastException("The weight is $null.");
                return new AgentWeight(ScalarConverter.ReadWeight(value));
            }

            if (destination == typeof(RequestTimeout)) return RequestTimeout.Read(value);
            // The validation of the parameter decides whether blank text is allowed.
            return ScalarConverter.IsBlank(value) ? AgentRefCollection.Empty : AgentRefReader.ReadMany(source);
        }
        catch (UponAiException e)
        {
            throw new PSInvalidCastException(e.Message, e);
        }
    }
}

/// <summary>
/// Converts an argument with <see cref="ParameterConverter"/>. PowerShell would use the converter without this
/// attribute, but would replace its message for a list.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConvertToAttribute(Type type) : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        // PowerShell or the validation of the parameter refuses null. For a timeout, the converter has a better
        // message.
        if (PSObjectProperties.Unwrap(inputData) is null && type != typeof(RequestTimeout)) return null;
        try
        {
            return ParameterConverter.Convert(inputData!, type);
        }
        catch (PSInvalidCastException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }
}
