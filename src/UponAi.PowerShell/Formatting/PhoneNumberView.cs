using System.Collections;
using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.Formatting;

/// <summary>The texts of a <see cref="PhoneNumber"/> in its table and its list.</summary>
public static class PhoneNumberView
{
    /// <summary>Gets the inbound agents, each on its own line.</summary>
    public static ViewText Inbound { get; } = new(number => string.Join("\n", GetInboundAgents(number)));

    /// <summary>Gets the outbound agents, each on its own line.</summary>
    public static ViewText Outbound { get; } = new(number => string.Join("\n", GetOutboundAgents(number)));

    /// <summary>Gets the reason why calls do not work. Empty if the telephone platform accepted the number.</summary>
    public static ViewText Error { get; } = new(ImportError);

    /// <summary>Gets the properties outside the contract as JSON, each on its own line.</summary>
    public static ViewText AdditionalProperties { get; } = new(number =>
        ViewText.GetValue(number, nameof(PhoneNumber.AdditionalProperties)) is not IDictionary properties ? ""
        : string.Join("\n", properties.Keys.Cast<object>().Select(key => ViewText.Show($"{key}: {properties[key]}"))));

    internal static IReadOnlyList<string> GetInboundAgents(PSObject number) => GetAgents(
        number,
        nameof(PhoneNumber.InboundAgents),
        nameof(PhoneNumber.InboundAgentId),
        nameof(PhoneNumber.InboundAgentVersion));

    internal static IReadOnlyList<string> GetOutboundAgents(PSObject number) => GetAgents(
        number,
        nameof(PhoneNumber.OutboundAgents),
        nameof(PhoneNumber.AgentId),
        nameof(PhoneNumber.OutboundAgentVersion));

    internal static string ImportError(PSObject number)
    {
        var hasError = ViewText.GetValue(number, nameof(PhoneNumber.PlatformImportError));
        if (ScalarConverter.ToBool(hasError) != true) return "";
        var reason = ViewText.Show(number, nameof(PhoneNumber.PlatformImportErrorMessage));
        return reason.Length > 0 ? reason : "The telephone platform did not import the number.";
    }

    // The platform reports either a list, or the id and version of a lone agent.
    private static IReadOnlyList<string> GetAgents(PSObject number, string list, string loneId, string loneVersion)
    {
        if (ViewText.GetValue(number, list) is IEnumerable agents && agents.Cast<object?>().Any())
            return ViewText.ShowAgents(agents);
        var id = ViewText.Show(number, loneId);
        var version = ViewText.Show(number, loneVersion);
        if (id.Length == 0) return [];
        return [version.Length == 0 ? id : $"{id}@{version}"];
    }
}
