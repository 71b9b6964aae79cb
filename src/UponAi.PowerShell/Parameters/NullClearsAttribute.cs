using System.Management.Automation;

namespace UponAi.PowerShell.Parameters;

/// <summary>Keeps <c>$null</c> apart from <c>''</c> on a text parameter: the engine would make both the same.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NullClearsAttribute : ArgumentTransformationAttribute
{
    public override bool TransformNullOptionalParameters => true;

    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData ?? "none";
}
