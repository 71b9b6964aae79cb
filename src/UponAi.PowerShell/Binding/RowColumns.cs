namespace UponAi.PowerShell.Binding;

/// <summary>The names under which a row may state something: those of parameters, of PhoneNumber and of the wire. Case does not count.</summary>
internal static class RowColumns
{
    private static readonly Dictionary<string, RowColumn> ByName = Build();

    /// <summary>The names under which a cell changes what is done. None of them is for a machine alone.</summary>
    internal static IEnumerable<string> WithMeaning => ByName.Where(known => known.Value is not (RowColumn.ReturnedProperties or RowColumn.ComparisonStatus or RowColumn.Current or RowColumn.Ignored)).Select(known => known.Key);

    internal static RowColumn? Find(string name) => ByName.TryGetValue(name, out var column) ? column : null;

    /// <summary>True for a column of rows of one agent each.</summary>
    internal static bool IsOfOneAgent(string name) => Find(name) is RowColumn.AgentVersion or RowColumn.Weight or RowColumn.Direction;

    private static Dictionary<string, RowColumn> Build()
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
        Add(RowColumn.AgentVersion, "AgentVersion", "agent_version");
        Add(RowColumn.Weight, "Weight");
        Add(RowColumn.Direction, "Direction");
        Add(RowColumn.ComparisonStatus, nameof(NumberComparison.Status));
        Add(
            RowColumn.Current,
            nameof(NumberComparison.CurrentInboundAgents), nameof(NumberComparison.CurrentOutboundAgents), nameof(NumberComparison.CurrentInboundWebhookUrl), nameof(NumberComparison.CurrentTimeRouting));
        Add(
            RowColumn.Ignored,
            "Id", "BaseNumber", "base_number", "DefaultAgentId", "default_agent_id", "ApplicationSid", "application_sid", "PhoneNumberSid", "phone_number_sid",
            "PlatformImportError", "platform_import_error", "PlatformImportErrorMessage", "platform_import_error_message", nameof(PhoneNumber.AdditionalProperties),
            nameof(PlanRow.File), nameof(PlanRow.Line));
        return byName;

        void Add(RowColumn column, params string[] names)
        {
            foreach (var name in names) byName.Add(name, column);
        }
    }
}
