namespace UponAi;

/// <summary>
/// A phone number and its assignment, as the platform reports them: the contract's <c>PhoneNumber</c>. A null means
/// that the platform reported null or omitted the property. <see cref="ReturnedProperties"/> tells which.
/// </summary>
public sealed class PhoneNumber
{
    private const PhoneNumberProperties InboundProperties =
        PhoneNumberProperties.InboundAgents | PhoneNumberProperties.InboundAgentId
        | PhoneNumberProperties.InboundAgentVersion;

    private const PhoneNumberProperties OutboundProperties =
        PhoneNumberProperties.OutboundAgents | PhoneNumberProperties.AgentId
        | PhoneNumberProperties.OutboundAgentVersion;

    private static readonly IReadOnlyDictionary<string, string> NoProperties = new Dictionary<string, string>();

    /// <summary>Gets the platform's record id.</summary>
    public long? Id { get; internal set; }

    /// <summary>Gets the number or extension.</summary>
    public string? Number { get; internal set; }

    /// <summary>Gets the base number of an extension.</summary>
    public string? BaseNumber { get; internal set; }

    /// <summary>Gets the sid of the account.</summary>
    public string? AccountSid { get; internal set; }

    /// <summary>Gets the id of the workspace.</summary>
    public int? WorkspaceId { get; internal set; }

    /// <summary>Gets the id of the outbound agent.</summary>
    public string? AgentId { get; internal set; }

    /// <summary>Gets the id of the account's default agent for the number.</summary>
    public string? DefaultAgentId { get; internal set; }

    /// <summary>Gets the id of a lone inbound agent.</summary>
    public string? InboundAgentId { get; internal set; }

    /// <summary>Gets the inbound agents, with versions and weights.</summary>
    public AgentRefCollection? InboundAgents { get; internal set; }

    /// <summary>Gets the outbound agents, with versions and weights.</summary>
    public AgentRefCollection? OutboundAgents { get; internal set; }

    /// <summary>Gets the version of <see cref="InboundAgentId"/>.</summary>
    public int? InboundAgentVersion { get; internal set; }

    /// <summary>Gets the version of <see cref="AgentId"/>.</summary>
    public int? OutboundAgentVersion { get; internal set; }

    /// <summary>Gets the sid of the telephone platform's application.</summary>
    public string? ApplicationSid { get; internal set; }

    /// <summary>Gets the sid of the telephone platform's record of the number.</summary>
    public string? PhoneNumberSid { get; internal set; }

    /// <summary>Gets the webhook for inbound calls.</summary>
    public string? InboundWebhookUrl { get; internal set; }

    /// <summary>Gets whether time routing is on.</summary>
    public bool? IsTimeRoutingEnabled { get; internal set; }

    /// <summary>Gets whether the telephone platform refused the import, so that calls will not work.</summary>
    public bool? PlatformImportError { get; internal set; }

    /// <summary>Gets the reason of the refusal.</summary>
    public string? PlatformImportErrorMessage { get; internal set; }

    /// <summary>Gets the returned properties, including null values. The text form is <c>Number, AgentId</c>.</summary>
    public PhoneNumberProperties ReturnedProperties { get; internal set; }

    /// <summary>
    /// Gets the properties with a value of an unexpected type. An unreadable property is null, and its state is
    /// unknown, so the number cannot be restored or compared.
    /// </summary>
    public PhoneNumberProperties UnreadableProperties { get; internal set; }

    /// <summary>Gets the properties outside the contract, as raw JSON.</summary>
    public IReadOnlyDictionary<string, string> AdditionalProperties { get; internal set; } = NoProperties;

    /// <summary>Returns true if the platform returned each of the properties.</summary>
    public bool Has(PhoneNumberProperties properties) => (ReturnedProperties & properties) == properties;

    /// <summary>
    /// True if the platform reports the inbound agents. A null <see cref="InboundAgentId"/> alone reports nothing,
    /// because it is also null for a split.
    /// </summary>
    internal bool ReportsInbound =>
        !IsInboundUnreadable
        && (Has(PhoneNumberProperties.InboundAgents) || !string.IsNullOrEmpty(InboundAgentId));

    /// <summary>True if the platform reports the outbound agents.</summary>
    internal bool ReportsOutbound =>
        !IsOutboundUnreadable
        && (Has(PhoneNumberProperties.OutboundAgents) || !string.IsNullOrEmpty(AgentId));

    internal bool IsInboundUnreadable => (UnreadableProperties & InboundProperties) != 0;

    internal bool IsOutboundUnreadable => (UnreadableProperties & OutboundProperties) != 0;

    internal bool ReportsWebhook => Has(PhoneNumberProperties.InboundWebhookUrl);

    internal bool ReportsTimeRouting => Has(PhoneNumberProperties.IsTimeRoutingEnabled);

    /// <summary>
    /// Returns the inbound agents: <see cref="InboundAgents"/> unless it is empty, else <see cref="InboundAgentId"/>
    /// with its version.
    /// </summary>
    public AgentRefCollection GetInbound() => ListOrLone(InboundAgents, InboundAgentId, InboundAgentVersion);

    /// <summary>
    /// Returns the outbound agents: <see cref="OutboundAgents"/> unless it is empty, else <see cref="AgentId"/> with
    /// its version.
    /// </summary>
    public AgentRefCollection GetOutbound() => ListOrLone(OutboundAgents, AgentId, OutboundAgentVersion);

    /// <summary>Returns the number.</summary>
    public override string ToString() => Number ?? "";

    private static AgentRefCollection ListOrLone(AgentRefCollection? agents, string? agentId, int? version)
    {
        if (agents is { Count: > 0 }) return agents;
        return string.IsNullOrEmpty(agentId)
            ? AgentRefCollection.Empty
            : new AgentRefCollection([AgentRef.FromPlatform(agentId!, version, null)]);
    }
}
