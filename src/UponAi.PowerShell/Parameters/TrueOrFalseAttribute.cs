using System.Management.Automation;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Parameters;

/// <summary>Reads the texts for true and false that a row may have, such as 'false' and 'off'.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TrueOrFalseAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = PSObjectProperties.Unwrap(inputData);
        if (ScalarConverter.TryBool(value, out var isTrue)) return isTrue;
        throw new ArgumentTransformationMetadataException(
            $"'{ScalarConverter.Show(value)}' is not $true or $false. "
            + "Leave the parameter out to leave the setting unchanged.");
    }
}
