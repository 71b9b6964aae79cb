using System.Management.Automation;
using System.Security;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Parameters;

/// <summary>Takes a SecureString, or a credential's password. Refuses anything else without showing it: the engine's own refusal quotes the value.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => PSObjectProperties.Unwrap(inputData) switch
    {
        SecureString secret => secret,
        PSCredential credential => credential.Password,
        _ => throw new ArgumentTransformationMetadataException(
            "The token must be a SecureString, so that it stays out of the history and of logs. At a prompt: -Token (Read-Host -AsSecureString). In a script: set the environment variable UPONAI_TOKEN, or use -Credential."),
    };
}
