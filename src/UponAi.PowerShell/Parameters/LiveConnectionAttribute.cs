using System.Management.Automation;

namespace UponAi.PowerShell.Parameters;

/// <summary>Refuses the copy of a connection that a job or a remote session received, and says what to do.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LiveConnectionAttribute : ArgumentTransformationAttribute
{
    private const string CopyType = "Deserialized.UponAi.UponAiConnection";

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData is not PSObject copy || !copy.TypeNames.Contains(CopyType)) return inputData;
        throw new ArgumentTransformationMetadataException(
            "This is a copy of a connection. A connection does not survive Start-Job, a remote session or a file, because its "
            + "token does not leave the process. Call Connect-UponAi there, with -Token $using:token or the environment "
            + "variable UPONAI_TOKEN. Start-ThreadJob and ForEach-Object -Parallel share the process, and take $using:connection.");
    }
}
