using System.Management.Automation;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Parameters;

/// <summary>Reads a version or a workspace. The engine alone would make 0 of an empty text, 2 of 1.6 and 15 of '1,5'.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WholeNumberAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = PSObjectProperties.Unwrap(inputData);
        // The engine refuses it with a message of its own.
        if (value is null) return null;
        return ScalarConverter.TryInt(value, out var number)
            ? number
            : throw new ArgumentTransformationMetadataException(
                $"'{ScalarConverter.Show(value)}' is not a whole number{DisplayText.WithoutQuotationMarks(ScalarConverter.Text(value))}. "
                + "Leave the parameter out where there is none to give.");
    }
}
