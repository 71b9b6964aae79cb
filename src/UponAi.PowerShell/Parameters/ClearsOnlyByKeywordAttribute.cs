using System.Management.Automation;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Parameters;

/// <summary>
/// Refuses an argument that is null or empty. Such a value often comes from a lookup without a result or from a misspelt
/// variable, and must not clear anything. Only the word <c>none</c> clears.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ClearsOnlyByKeywordAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        var value = PSObjectProperties.Unwrap(arguments);
        var isBlank = value is AgentRefCollection agents
            ? agents.Count == 0 && !ReferenceEquals(agents, AgentRefCollection.None)
            : ScalarConverter.IsBlank(value);
        if (!isBlank) return;
        throw new ValidationMetadataException(
            "The value is $null or empty, as it is after a lookup without a result or for a misspelt variable, and it clears "
            + "nothing. Give a value, or leave the parameter out. To remove what is bound, give none, or use "
            + "Clear-UponAiNumberAssignment.");
    }
}
