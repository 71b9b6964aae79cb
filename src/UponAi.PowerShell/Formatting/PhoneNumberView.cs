namespace UponAi.PowerShell.Formatting;

/// <summary>The cells of the table view of a <see cref="PhoneNumber"/>, for <c>UponAi.Format.ps1xml</c>. What the platform sent is made safe to show.</summary>
public static class PhoneNumberView
{
    /// <summary>The number, with a mark where calls do not work.</summary>
    public static string Number(PhoneNumber number) => PlainText.Show(number.Number) + (number.PlatformImportError == true ? " (!)" : "");

    /// <summary>The agents that take calls.</summary>
    public static string Inbound(PhoneNumber number) => number.GetInbound().ToDisplayString();

    /// <summary>The agents that make calls.</summary>
    public static string Outbound(PhoneNumber number) => number.GetOutbound().ToDisplayString();

    /// <summary>The webhook.</summary>
    public static string Webhook(PhoneNumber number) => PlainText.Show(number.InboundWebhookUrl);

    /// <summary>Whether time routing is on; empty where the platform did not say.</summary>
    public static string TimeRouting(PhoneNumber number) => number.IsTimeRoutingEnabled switch { true => "on", false => "off", null => "" };
}
