using System.ComponentModel;
using System.Globalization;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Parameters;

/// <summary>
/// The weight of an agent as an argument: a fraction, such as 0.9, or a percentage as text, such as '90%'.
/// </summary>
[TypeConverter(typeof(ParameterConverter))]
public readonly record struct AgentWeight(decimal Value)
{
    /// <summary>Returns the fraction in the invariant culture.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// A timeout as an argument: a TimeSpan, its text, or a number of seconds, which PowerShell would read as ticks.
/// </summary>
[TypeConverter(typeof(ParameterConverter))]
public readonly record struct RequestTimeout(TimeSpan Value)
{
    // The range that Polly allows for timeouts.
    private static readonly TimeSpan Min = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Max = TimeSpan.FromHours(24);

    /// <summary>Returns the timeout in the invariant culture, such as 00:00:30.</summary>
    public override string ToString() => Value.ToString("c", CultureInfo.InvariantCulture);

    /// <summary>Reads a timeout.</summary>
    /// <exception cref="PSInvalidCastException">
    /// The value is not a timeout from 10 milliseconds to 24 hours.
    /// </exception>
    internal static RequestTimeout Read(object? value)
    {
        var timeout = Parse(value);
        if (timeout >= Min && timeout <= Max) return new RequestTimeout(timeout);
        throw new PSInvalidCastException(
            $"'{ScalarConverter.Show(value)}' is not a duration from 10 milliseconds to 24 hours. "
            + "Give seconds, such as 30, or a TimeSpan, such as '00:00:30'.");
    }

    private static TimeSpan Parse(object? value)
    {
        if (value is TimeSpan timeout) return timeout;
        var text = ScalarConverter.ToText(value).Trim();
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
            return Math.Abs(seconds) <= Max.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out timeout) ? timeout : TimeSpan.Zero;
    }
}
