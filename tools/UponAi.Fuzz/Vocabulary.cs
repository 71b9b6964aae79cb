namespace UponAi.Fuzz;

/// <summary>Words of the inputs, which random changes would hardly ever produce.</summary>
internal static class Vocabulary
{
    internal static readonly string[] Json =
        ["null", "true", "false", "0", "-1", "1e400", "1.5", "99999999999999999999", "\"\"", "{}", "[]", "[", "]",
            "{", "}", ",", ":", "\"", "\\u0000", "\\ud800", "\\udc00", "\ufeff", "\u0085"];

    internal static readonly string[] Answers =
    [
        "\"success\":", "\"message\":", "\"numbers\":", "\"assignment\":", "\"id\":", "\"number\":", "\"base_number\":",
        "\"account_sid\":", "\"workspace_id\":", "\"agent_id\":",
        "\"default_agent_id\":", "\"inbound_agent_id\":", "\"inbound_agents\":", "\"outbound_agents\":",
        "\"inbound_agent_version\":", "\"outbound_agent_version\":",
        "\"application_sid\":", "\"phone_number_sid\":", "\"inbound_webhook_url\":", "\"is_time_routing_enabled\":",
        "\"platform_import_error\":",
        "\"platform_import_error_message\":", "\"agent_version\":", "\"weight\":", "\"+14155550100\"", "\"agent_a\"",
    ];

    internal static readonly string[] AgentLists =
        ["\"success\":", "\"message\":", "\"data\":", "\"pagination_key\":", "\"pagination_key_version\":",
            "\"agent_id\":", "\"version\":", "\"agent_name\":", "\"updated_at\":", "\"2026-01-31T09:00:00Z\""];

    internal static readonly string[] Pages =
    [
        "\"items\":", "\"data\":", "\"has_more\":", "\"pagination_key\":", "\"pagination_key_version\":",
        "\"pagination\":", "\"page\":", "\"pages\":", "\"limit\":",
        "\"total\":", "\"next_page\":",
    ];

    internal static readonly string[] Agents = [
        "agent_a", "none", "@", "=", ";", "%", ".", ",", "-", "100%", "0.5", "2147483648",
        "0.0000000000000000000000000001", "\0", "\u00a0", "\u2028"];

    internal static readonly string[] Csv =
        [",", ";", "\t", "\"", "\"\"", "\n", "\r", "\r\n", "'", "\ufeff", "\0", "\u0085", "\u2028", "=1+1", "@", "-"];

    internal static readonly string[] Columns =
    [
        "Number", "phone_number", "InboundAgents", "InboundAgentId", "InboundAgentVersion", "OutboundAgents",
        "OutboundAgentId", "AgentId", "OutboundAgentVersion", "InboundWebhookUrl",
        "TimeRouting", "AccountSid", "WorkspaceId", "ReturnedProperties", "AgentVersion", "Weight", "Direction",
        "numbers", "Status", "CurrentInboundAgents",
    ];

    internal static readonly string[] Cells = [
        "none", "agent_a@3=90%;agent_b=10%", "agent_a", "+14155550100", "101", "1.41556E+10",
        "https://example.com/hook", "Inbound", "Outbound", "true", "50%", "0.5"];
}
