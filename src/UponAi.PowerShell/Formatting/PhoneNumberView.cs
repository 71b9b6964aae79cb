using System.Management.Automation;
using UponAi.PowerShell.Binding;

namespace UponAi.PowerShell.Formatting;

/// <summary>
/// The cells of the table view of a <see cref="PhoneNumber"/>, live or read from a file or a job, for <c>UponAi.Format.ps1xml</c>. What
/// the platform sent is made safe to show.
/// </summary>
public static class PhoneNumberView
{
    /// <summary>The number, with a mark where calls do not work.</summary>
    public static string Number(PSObject number) => Text(number, nameof(PhoneNumber.Number)) + (Flag(number, nameof(PhoneNumber.PlatformImportError)) == true ? " (!)" : "");

    /// <summary>The agents that take calls.</summary>
    public static string Inbound(PSObject number) => number.BaseObject is PhoneNumber live
        ? live.GetInbound().ToDisplayString()
        : Stored(number, nameof(PhoneNumber.InboundAgents), row => row.Inbound());

    /// <summary>The agents that make calls.</summary>
    public static string Outbound(PSObject number) => number.BaseObject is PhoneNumber live
        ? live.GetOutbound().ToDisplayString()
        : Stored(number, nameof(PhoneNumber.OutboundAgents), row => row.Outbound());

    /// <summary>The webhook.</summary>
    public static string Webhook(PSObject number) => Text(number, nameof(PhoneNumber.InboundWebhookUrl));

    /// <summary>Whether time routing is on; empty where the platform did not say.</summary>
    public static string TimeRouting(PSObject number) => Flag(number, nameof(PhoneNumber.IsTimeRoutingEnabled)) switch { true => "on", false => "off", null => "" };

    private static string Stored(PSObject number, string property, Func<RowReader, Change<AgentSplit>> read)
    {
        try
        {
            var agents = read(new RowReader(new RowCells(number)));
            return agents.Kind == ChangeKind.Set ? agents.Value.Agents.ToDisplayString() : "";
        }
        catch (UponAiException)
        {
            // What the platform said need not be what may be sent: a weight of 0, for example.
            return Text(number, property);
        }
    }

    private static string Text(PSObject number, string property) => ScalarConverter.Show(number.Properties[property]?.Value);

    private static bool? Flag(PSObject number, string property) => ScalarConverter.TryBool(PSObjectProperties.Unwrap(number.Properties[property]?.Value), out var flag) ? flag : null;
}
