using System.Security;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Parameters;

/// <summary>
/// Converts an argument of -Number to text: from text, whole numbers, phone numbers, and objects with a number. The
/// command checks the text.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NumberTextTransformationAttribute : ArgumentTransformationAttribute
{
    public override bool TransformNullOptionalParameters => true;

    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            return PSObjectProperties.GetElements(PSObjectProperties.Unwrap(inputData)) is { } list
                ? list.Cast<object?>().Select(Text).ToArray()
                : new[] { Text(inputData) };
        }
        catch (UponAiException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }

    private static string? Text(object? value) => PSObjectProperties.Unwrap(value) switch
    {
        null => null,
        // A phone number from a job or a file.
        PSObject { Properties: var members } when members["Number"] is { } number => Text(number.Value),
        // A number in a script keeps its typed text: 0101 is not 101.
        ValueType plain when ScalarConverter.ToWhole(plain) is not null => value!.ToString(),
        var plain => ScalarConverter.ReadNumberText(plain),
    };
}

/// <summary>
/// Converts a version or a workspace. The engine would convert empty text to 0, 1.6 to 2 and '1,5' to 15.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WholeNumberTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = PSObjectProperties.Unwrap(inputData);
        // The engine refuses null with its own message.
        if (value is null) return null;
        return ScalarConverter.ToInt(value) ?? throw new ArgumentTransformationMetadataException(
            $"'{ScalarConverter.Show(value)}' is not a whole number"
            + $"{DisplayText.QuotationMarkClause(ScalarConverter.ToText(value))}. "
            + "Leave out the parameter if there is no value.");
    }
}

/// <summary>Converts the texts for true and false that a row may have, such as 'false' and 'off'.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BooleanTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = PSObjectProperties.Unwrap(inputData);
        return ScalarConverter.ToBool(value) ?? throw new ArgumentTransformationMetadataException(
            $"'{ScalarConverter.Show(value)}' is not $true or $false. Leave out the parameter to keep the setting.");
    }
}

/// <summary>
/// Accepts a SecureString, or the password of a credential. Other values are refused without showing them, unlike in
/// the engine's own message.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecureStringTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        PSObjectProperties.Unwrap(inputData) switch
        {
            SecureString secret => secret,
            PSCredential credential => credential.Password,
            _ => throw new ArgumentTransformationMetadataException(
                "The token must be a SecureString, so that it stays out of the history and of logs. At a prompt: "
                + "-Token (Read-Host -AsSecureString). In a script: set the environment variable UPONAI_TOKEN, or use "
                + "-Credential."),
        };
}

/// <summary>
/// Refuses the copy of a connection that a job or a remote session received. Transforms nothing, but runs before the
/// engine refuses the copy with a message without a fix.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RejectConnectionCopyAttribute : ArgumentTransformationAttribute
{
    private const string CopyType = "Deserialized.UponAi.UponAiConnection";

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData is not PSObject copy || !copy.TypeNames.Contains(CopyType)) return inputData;
        throw new ArgumentTransformationMetadataException(
            "This is a copy of a connection. A connection does not survive Start-Job, a remote session or a file, "
            + "because its token does not leave the process. Call Connect-UponAi there, with -Token $using:token or "
            + "the environment variable UPONAI_TOKEN. Start-ThreadJob and ForEach-Object -Parallel share the process, "
            + "and accept $using:connection.");
    }
}
