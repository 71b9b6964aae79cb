namespace UponAi.PowerShell.Rows;

/// <summary>
/// The known column names: the names of parameters, of <see cref="PhoneNumber"/> and of the platform's JSON, without
/// regard to case.
/// </summary>
internal static class RowColumns
{
    private static readonly Dictionary<string, RowColumn> ByName = CreateNames();

    /// <summary>Gets the column names for people to type, without the names for programs.</summary>
    internal static IEnumerable<string> TypedNames => ByName
        .Where(known => known.Value is not
            (RowColumn.ReturnedProperties or RowColumn.UnreadableProperties
                or (>= RowColumn.ComparisonStatus and <= RowColumn.Ignored)))
        .Select(known => known.Key);

    internal static RowColumn? Find(string name) => ByName.TryGetValue(name, out var column) ? column : null;

    internal static bool IsOfOneAgent(string name) =>
        Find(name) is RowColumn.AgentVersion or RowColumn.Weight or RowColumn.Direction;

    private static Dictionary<string, RowColumn> CreateNames()
    {
        var byName = new Dictionary<string, RowColumn>(StringComparer.OrdinalIgnoreCase);
        Add(RowColumn.Number, "Number", "Numbers", "PhoneNumber", "phone_number");
        Add(RowColumn.AccountSid, "AccountSid", "account_sid");
        Add(RowColumn.WorkspaceId, "WorkspaceId", "workspace_id");
        Add(RowColumn.InboundAgents, "InboundAgents", "InboundAgent", "inbound_agents", "inbound_agent");
        Add(RowColumn.InboundAgentId, "InboundAgentId", "inbound_agent_id");
        Add(RowColumn.InboundAgentVersion, "InboundAgentVersion", "inbound_agent_version");
        Add(RowColumn.OutboundAgents, "OutboundAgents", "OutboundAgent", "outbound_agents", "outbound_agent");
        Add(RowColumn.OutboundAgentId, "OutboundAgentId", "outbound_agent_id");
        Add(RowColumn.AgentId, "AgentId", "agent_id");
        Add(RowColumn.OutboundAgentVersion, "OutboundAgentVersion", "outbound_agent_version");
        Add(RowColumn.InboundWebhookUrl, "InboundWebhookUrl", "inbound_webhook_url", "Webhook");
        Add(RowColumn.TimeRouting, "TimeRouting", "time_routing", "IsTimeRoutingEnabled", "is_time_routing_enabled");
        Add(RowColumn.ReturnedProperties, nameof(PhoneNumber.ReturnedProperties));
        Add(RowColumn.UnreadableProperties, nameof(PhoneNumber.UnreadableProperties));
        Add(RowColumn.AgentVersion, "AgentVersion", "agent_version");
        Add(RowColumn.Weight, "Weight");
        Add(RowColumn.Direction, "Direction");
        Add(RowColumn.ComparisonStatus, nameof(NumberComparison.Status));
        Add(RowColumn.CurrentInboundAgents, nameof(NumberComparison.CurrentInboundAgents));
        Add(RowColumn.CurrentOutboundAgents, nameof(NumberComparison.CurrentOutboundAgents));
        Add(RowColumn.CurrentInboundWebhookUrl, nameof(NumberComparison.CurrentInboundWebhookUrl));
        Add(RowColumn.CurrentTimeRouting, nameof(NumberComparison.CurrentTimeRouting));
        Add(
            RowColumn.Ignored,
            "Id", "BaseNumber", "base_number", "DefaultAgentId", "default_agent_id",
            "ApplicationSid", "application_sid", "PhoneNumberSid", "phone_number_sid",
            "PlatformImportError", "platform_import_error",
            "PlatformImportErrorMessage", "platform_import_error_message",
            nameof(NumberComparison.CurrentUnpinnedAgents), nameof(NumberComparison.UnpinnedAgents),
            nameof(PhoneNumber.AdditionalProperties), nameof(PlanRow.File), nameof(PlanRow.Line));
        return byName;

        void Add(RowColumn column, params string[] names)
        {
            foreach (var name in names) byName.Add(name, column);
        }
    }
}
