namespace UponAi;

/// <summary>The properties of a <see cref="PhoneNumber"/>. The platform may omit each of them.</summary>
[Flags]
public enum PhoneNumberProperties
{
    /// <summary>No property.</summary>
    None = 0,
    /// <summary><c>id</c></summary>
    Id = 1 << 0,
    /// <summary><c>number</c></summary>
    Number = 1 << 1,
    /// <summary><c>base_number</c></summary>
    BaseNumber = 1 << 2,
    /// <summary><c>account_sid</c></summary>
    AccountSid = 1 << 3,
    /// <summary><c>workspace_id</c></summary>
    WorkspaceId = 1 << 4,
    /// <summary><c>agent_id</c></summary>
    AgentId = 1 << 5,
    /// <summary><c>default_agent_id</c></summary>
    DefaultAgentId = 1 << 6,
    /// <summary><c>inbound_agent_id</c></summary>
    InboundAgentId = 1 << 7,
    /// <summary><c>inbound_agents</c></summary>
    InboundAgents = 1 << 8,
    /// <summary><c>outbound_agents</c></summary>
    OutboundAgents = 1 << 9,
    /// <summary><c>inbound_agent_version</c></summary>
    InboundAgentVersion = 1 << 10,
    /// <summary><c>outbound_agent_version</c></summary>
    OutboundAgentVersion = 1 << 11,
    /// <summary><c>application_sid</c></summary>
    ApplicationSid = 1 << 12,
    /// <summary><c>phone_number_sid</c></summary>
    PhoneNumberSid = 1 << 13,
    /// <summary><c>inbound_webhook_url</c></summary>
    InboundWebhookUrl = 1 << 14,
    /// <summary><c>is_time_routing_enabled</c></summary>
    IsTimeRoutingEnabled = 1 << 15,
    /// <summary><c>platform_import_error</c></summary>
    PlatformImportError = 1 << 16,
    /// <summary><c>platform_import_error_message</c></summary>
    PlatformImportErrorMessage = 1 << 17,
}
