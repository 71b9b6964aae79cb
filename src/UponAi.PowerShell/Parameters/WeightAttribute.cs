using System.Management.Automation;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Parameters;

/// <summary>Reads a weight as a fraction or, in text, as a percentage.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WeightAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        // The engine refuses it with a message of its own.
        if (PSObjectProperties.Unwrap(inputData) is not { } value) return null;
        try
        {
            return ScalarConverter.ReadWeight(value);
        }
        catch (UponAiException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }
}
