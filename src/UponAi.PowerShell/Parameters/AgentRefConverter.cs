using System.Management.Automation;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Parameters;

/// <summary>Lets PowerShell cast to <c>[UponAi.AgentRef]</c>. Named by the type itself, which does not know PowerShell.</summary>
public sealed class AgentRefConverter : PSTypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => destinationType == typeof(AgentRef);

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) => Convert(sourceValue);

    /// <inheritdoc/>
    public override bool CanConvertFrom(PSObject sourceValue, Type destinationType) => destinationType == typeof(AgentRef);

    /// <inheritdoc/>
    public override object ConvertFrom(PSObject sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) => Convert(sourceValue);

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) => throw new NotSupportedException();

    private static AgentRef Convert(object source)
    {
        try
        {
            return AgentRefReader.ReadOne(source);
        }
        catch (UponAiException e)
        {
            // The engine reports only its own kind of exception as a failed cast.
            throw new PSInvalidCastException(e.Message, e);
        }
    }
}
