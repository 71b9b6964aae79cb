using System.Collections;
using System.Globalization;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Formatting;

/// <summary>
/// A text that a view in <c>UponAi.Format.ps1xml</c> shows of an object, either live or read from a file or a job. The
/// view reads the text by index, as in <c>[UponAi.PowerShell.Formatting.PhoneNumberView]::Number[$_]</c>. Constrained
/// Language allows a script to read a property and an index of this type, but not to call its methods.
/// </summary>
public sealed class ViewText
{
    // Long enough for every real URL. A longer value would fill the screen.
    private const int MaxLength = 2000;

    private readonly Func<PSObject, string> write;

    internal ViewText(Func<PSObject, string> write) => this.write = write;

    /// <summary>Gets the text of an object, without escape sequences and control characters.</summary>
    public string this[object source] => write(PSObject.AsPSObject(source));

    /// <summary>Gets the reader of single properties: <c>ViewText.Property[$_, 'Number']</c>.</summary>
    public static PropertyText Property { get; } = new(Show);

    /// <summary>Gets the reader of single times: <c>ViewText.Time[$_, 'UpdatedAt']</c>.</summary>
    public static PropertyText Time { get; } = new(ShowTime);

    /// <summary>
    /// Returns the value of a property without its PSObject wrapper, or null if the property is absent or blank.
    /// </summary>
    internal static object? GetValue(PSObject source, string name)
    {
        var value = PSObjectProperties.Unwrap(source.Properties[name]?.Value);
        return ScalarConverter.IsBlank(value) ? null : value;
    }

    /// <summary>Returns the value of a property as safe text. Empty if absent or blank.</summary>
    internal static string Show(PSObject source, string name) => Show(GetValue(source, name));

    /// <summary>Returns a value as safe text.</summary>
    internal static string Show(object? value) => DisplayText.Sanitize(ScalarConverter.ToText(value), MaxLength);

    /// <summary>Returns <c>on</c> for true and <c>off</c> for false.</summary>
    internal static string ShowSwitch(object? value) =>
        ScalarConverter.ToBool(value) is { } on ? StateText.FromTimeRouting(on) : Show(value);

    /// <summary>Returns a point in time in this machine's time zone: <c>2026-01-12 09:00:00</c>.</summary>
    private static string ShowTime(object? value)
    {
        var time = value is DateTimeOffset offset ? offset.LocalDateTime : (value as DateTime?)?.ToLocalTime();
        return time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? Show(value);
    }

    /// <summary>
    /// Returns one line for each agent of a direction: <c>agent_a@3 90%</c>. A lone agent that takes all calls has no
    /// percentage.
    /// </summary>
    /// <param name="value">
    /// Live or stored agents, or text such as <c>agent_a=90%;agent_b=10%</c>. Null gives no line.
    /// </param>
    internal static IReadOnlyList<string> ShowAgents(object? value)
    {
        if (value is null) return [];
        try
        {
            var agents = value as AgentRefCollection ?? AgentRefReader.ReadMany(value);
            return agents.Count < 2 ? [StateText.From(agents)] : [.. agents.Select(agent => agent.ToDisplayString())];
        }
        catch (UponAiException)
        {
            // The platform may report agents that a command refuses, such as an agent with a weight of 0.
            return value is IEnumerable list and not string ? [.. list.Cast<object?>().Select(Show)] : [Show(value)];
        }
    }
}

/// <summary>Reads a property of an object as safe text.</summary>
public sealed class PropertyText
{
    private readonly Func<object?, string> show;

    internal PropertyText(Func<object?, string> show) => this.show = show;

    /// <summary>Gets the text of the property. Empty if the property is absent or blank.</summary>
    public string this[object source, string name] => show(ViewText.GetValue(PSObject.AsPSObject(source), name));
}
