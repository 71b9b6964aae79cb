using System.Globalization;
using System.Management.Automation;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Parameters;

/// <summary>Reads a duration: a TimeSpan, its text, or a number of seconds (which the engine alone would take for ticks).</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DurationAttribute : ArgumentTransformationAttribute
{
    // The bounds of the timeouts that are made of it.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var duration = Read(PSObjectProperties.Unwrap(inputData));
        if (duration >= Shortest && duration <= Longest) return duration;
        throw new ArgumentTransformationMetadataException(
            $"'{ScalarConverter.Show(inputData)}' is not a duration from 10 milliseconds to 24 hours. Give seconds, such as 30, or a TimeSpan, such as '00:00:30'.");
    }

    private static TimeSpan Read(object? value)
    {
        if (value is TimeSpan duration) return duration;
        var text = ScalarConverter.Text(value).Trim();
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
            return Math.Abs(seconds) <= Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out duration) ? duration : TimeSpan.Zero;
    }
}
