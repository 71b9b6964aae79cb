using System.Management.Automation;

namespace UponAi.PowerShell.Binding;

/// <summary>Reads a weight as a fraction or, in text, as a percentage.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WeightAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return Scalars.ReadWeight(ObjectMembers.Unwrap(inputData)!);
        }
        catch (UponAiException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }
}
