using System.Management.Automation;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Parameters;

/// <summary>Makes number texts of an argument: of text, whole numbers, phone numbers, and objects that have a number. Whether a text is a number, the command says.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NumberTextsAttribute : ArgumentTransformationAttribute
{
    public override bool TransformNullOptionalParameters => true;

    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            return PSObjectProperties.ElementsOf(PSObjectProperties.Unwrap(inputData)) is { } list
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
        // A phone number that crossed a job or a file.
        PSObject { Properties: var members } when members["Number"] is { } number => Text(number.Value),
        // A number that stands in a script keeps what was typed: 0101 is not 101.
        ValueType plain when ScalarConverter.TryWhole(plain, out _) => value!.ToString(),
        var plain => ScalarConverter.ReadNumberText(plain),
    };
}
