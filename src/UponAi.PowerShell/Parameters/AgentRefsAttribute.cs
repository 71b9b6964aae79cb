using System.Management.Automation;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Parameters;

/// <summary>Makes the agents of an argument: text is split at <c>;</c>, <c>$null</c>, an empty list and <c>none</c> give an empty list, which clears.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AgentRefsAttribute : ArgumentTransformationAttribute
{
    public override bool TransformNullOptionalParameters => true;

    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            return inputData is null ? Array.Empty<AgentRef>() : AgentRefReader.ReadMany(inputData).ToArray();
        }
        catch (UponAiException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }
}
