namespace UponAi;

/// <summary>
/// A phone number and what is bound to it, as the platform reports it. Source: the contract's <c>PhoneNumber</c>. Values are
/// as reported; a null means that the platform said null, or said nothing: <see cref="ReturnedProperties"/> tells which.
/// </summary>
public sealed class PhoneNumber
{
    private static readonly IReadOnlyDictionary<string, string> NoMembers = new Dictionary<string, string>();

    /// <summary>The platform's record id.</summary>
    public long? Id { get; internal set; }

    /// <summary>The number or extension.</summary>
    public string? Number { get; internal set; }

    /// <summary>For an extension, the number that it belongs to.</summary>
    public string? BaseNumber { get; internal set; }

    /// <summary>The account.</summary>
    public string? AccountSid { get; internal set; }

    /// <summary>The workspace.</summary>
    public int? WorkspaceId { get; internal set; }

    /// <summary>The outbound agent.</summary>
    public string? AgentId { get; internal set; }

    /// <summary>The account's default agent for the number.</summary>
    public string? DefaultAgentId { get; internal set; }

    /// <summary>The inbound agent, where there is one alone.</summary>
    public string? InboundAgentId { get; internal set; }

    /// <summary>The inbound agents, with versions and weights.</summary>
    public AgentRefCollection? InboundAgents { get; internal set; }

    /// <summary>The outbound agents, with versions and weights.</summary>
    public AgentRefCollection? OutboundAgents { get; internal set; }

    /// <summary>The version of <see cref="InboundAgentId"/>.</summary>
    public int? InboundAgentVersion { get; internal set; }

    /// <summary>The version of <see cref="AgentId"/>.</summary>
    public int? OutboundAgentVersion { get; internal set; }

    /// <summary>The telephone platform's application.</summary>
    public string? ApplicationSid { get; internal set; }

    /// <summary>The telephone platform's record of the number.</summary>
    public string? PhoneNumberSid { get; internal set; }

    /// <summary>The webhook that is asked at each inbound call.</summary>
    public string? InboundWebhookUrl { get; internal set; }

    /// <summary>Whether time routing is on.</summary>
    public bool? IsTimeRoutingEnabled { get; internal set; }

    /// <summary>True when the telephone platform refused the import: calls will not work.</summary>
    public bool? PlatformImportError { get; internal set; }

    /// <summary>Why it refused.</summary>
    public string? PlatformImportErrorMessage { get; internal set; }

    /// <summary>The members that the answer carried, null values included. Text such as <c>Number, AgentId</c>, which survives every serialization.</summary>
    public PhoneNumberProperties ReturnedProperties { get; internal set; }

    /// <summary>Members that the contract does not name, as raw JSON.</summary>
    public IReadOnlyDictionary<string, string> AdditionalProperties { get; internal set; } = NoMembers;

    /// <summary>True when the answer carried every one of the members.</summary>
    public bool Has(PhoneNumberProperties members) => (ReturnedProperties & members) == members;

    /// <summary>True when the answer says who takes calls. A lone id that is null says nothing: a split has none either.</summary>
    internal bool ReportsInbound => Has(PhoneNumberProperties.InboundAgents) || !string.IsNullOrEmpty(InboundAgentId);

    /// <summary>True when the answer says who makes calls.</summary>
    internal bool ReportsOutbound => Has(PhoneNumberProperties.OutboundAgents) || !string.IsNullOrEmpty(AgentId);

    /// <summary>The agents that take calls: <see cref="InboundAgents"/> unless empty, else <see cref="InboundAgentId"/> with its version.</summary>
    public AgentRefCollection GetInbound() => Bound(InboundAgents, InboundAgentId, InboundAgentVersion);

    /// <summary>The agents that make calls: <see cref="OutboundAgents"/> unless empty, else <see cref="AgentId"/> with its version.</summary>
    public AgentRefCollection GetOutbound() => Bound(OutboundAgents, AgentId, OutboundAgentVersion);

    /// <summary>The number.</summary>
    public override string ToString() => Number ?? "";

    private static AgentRefCollection Bound(AgentRefCollection? agents, string? agentId, int? version)
    {
        if (agents is { Count: > 0 }) return agents;
        return string.IsNullOrEmpty(agentId)
            ? AgentRefCollection.Empty
            : new AgentRefCollection([AgentRef.FromPlatform(agentId!, version, null)]);
    }
}
