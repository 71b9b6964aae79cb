using System.Collections;
using System.Management.Automation;

namespace UponAi.PowerShell.Binding;

/// <summary>Makes number texts of an argument; what is no number stays text, so that the command can say so with its own error.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NumberTextsAttribute : ArgumentTransformationAttribute
{
    public override bool TransformNullOptionalParameters => true;

    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = ObjectMembers.Unwrap(inputData);
        return value is IEnumerable list and not (string or IDictionary) ? list.Cast<object?>().Select(Text).ToArray() : new[] { Text(inputData) };
    }

    private static string? Text(object? value) => ObjectMembers.Unwrap(value) switch
    {
        null => null,
        // A phone number that crossed a job or a file.
        PSObject { Properties: var members } when members["Number"] is { } number => Scalars.Text(number.Value),
        // A number that was typed without quotes remembers how: 0102 keeps its zero.
        _ when value is PSObject typed => typed.ToString(),
        var plain => Scalars.Text(plain),
    };
}
