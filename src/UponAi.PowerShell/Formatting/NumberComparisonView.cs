using System.Management.Automation;
using UponAi.PowerShell.Binding;

namespace UponAi.PowerShell.Formatting;

/// <summary>
/// The view of a <see cref="NumberComparison"/>, live or read from a file or a job, for <c>UponAi.Format.ps1xml</c>: a line for the
/// number, and for each property that differs a line with what there is and one with what is to be. What the platform sent is made
/// safe to show.
/// </summary>
public static class NumberComparisonView
{
    /// <summary>The lines.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="style">The engine's <c>$PSStyle</c>, or none where it has none.</param>
    /// <param name="supportsColor">Whether the host shows escape sequences as colors.</param>
    public static string Text(PSObject comparison, object? style, bool supportsColor)
    {
        var colors = DiffColors.Of(style, supportsColor);
        var status = ScalarConverter.Show(Value(comparison, nameof(NumberComparison.Status)));
        var lines = new List<string> { $"{ScalarConverter.Show(Value(comparison, nameof(NumberComparison.Number)))}  {Word(status, colors)}" };
        var isFound = status != nameof(NumberComparisonStatus.NotFound);
        Add("inbound", nameof(NumberComparison.CurrentInboundAgents), nameof(NumberComparison.InboundAgents), Agents);
        Add("outbound", nameof(NumberComparison.CurrentOutboundAgents), nameof(NumberComparison.OutboundAgents), Agents);
        Add("webhook", nameof(NumberComparison.CurrentInboundWebhookUrl), nameof(NumberComparison.InboundWebhookUrl), ScalarConverter.Show);
        Add("time routing", nameof(NumberComparison.CurrentTimeRouting), nameof(NumberComparison.TimeRouting), OnOff);
        return string.Join("\n", lines);

        void Add(string what, string currentName, string desiredName, Func<object, string> show)
        {
            if (Value(comparison, desiredName) is not { } desired) return;
            var label = what.PadRight("time routing".Length);
            var current = Value(comparison, currentName) is { } said ? show(said) : "(not known)";
            if (isFound) lines.Add(colors.Removed($"- {label}  {current}"));
            lines.Add(colors.Added($"+ {label}  {show(desired)}"));
        }
    }

    private static string Word(string status, DiffColors colors) => status switch
    {
        nameof(NumberComparisonStatus.Unchanged) => "unchanged",
        nameof(NumberComparisonStatus.Changed) => "changed",
        nameof(NumberComparisonStatus.NotFound) => colors.Warned("not found"),
        _ => status,
    };

    private static string Agents(object value)
    {
        if (value is AgentRefCollection agents) return StateText.From(agents);
        try
        {
            return StateText.From(AgentRefReader.ReadMany(value));
        }
        catch (UponAiException)
        {
            // What the platform said need not be what may be sent: a weight of 0, for example.
            return ScalarConverter.Show(value);
        }
    }

    private static string OnOff(object value) => ScalarConverter.TryBool(value, out var on) ? StateText.FromTimeRouting(on) : ScalarConverter.Show(value);

    // A cell of a CSV file is empty where the property was null.
    private static object? Value(PSObject comparison, string property) =>
        PSObjectProperties.Unwrap(comparison.Properties[property]?.Value) is { } value && !ScalarConverter.IsBlank(value) ? value : null;
}
