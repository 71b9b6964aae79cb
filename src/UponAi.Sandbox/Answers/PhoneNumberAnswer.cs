using UponAi.Sandbox.State;

namespace UponAi.Sandbox.Answers;

/// <summary>A number with the 18 properties of the contract.</summary>
internal sealed record PhoneNumberAnswer
{
    private const string ImportErrorMessage = "The telephone platform refused to import the number.";

    public required int Id { get; init; }

    public required string Number { get; init; }

    public required string BaseNumber { get; init; }

    public required string AccountSid { get; init; }

    public required int WorkspaceId { get; init; }

    public required string? AgentId { get; init; }

    public required string? DefaultAgentId { get; init; }

    public required string? InboundAgentId { get; init; }

    public required IReadOnlyList<AgentBinding> InboundAgents { get; init; }

    public required IReadOnlyList<AgentBinding> OutboundAgents { get; init; }

    public required int? InboundAgentVersion { get; init; }

    public required int? OutboundAgentVersion { get; init; }

    public required string? ApplicationSid { get; init; }

    public required string? PhoneNumberSid { get; init; }

    public required string? InboundWebhookUrl { get; init; }

    public required bool IsTimeRoutingEnabled { get; init; }

    public required bool PlatformImportError { get; init; }

    public required string? PlatformImportErrorMessage { get; init; }

    internal static PhoneNumberAnswer Of(NumberRecord record, Bindings bindings)
    {
        var importFails = record.FailsImport(bindings);
        var inbound = bindings.Inbound.Count > 0 ? bindings.Inbound[0] : null;
        var outbound = bindings.Outbound.Count > 0 ? bindings.Outbound[0] : null;
        return new()
        {
            Id = record.Id,
            Number = record.Number,
            BaseNumber = record.BaseNumber,
            AccountSid = record.Account.Sid,
            WorkspaceId = record.WorkspaceId,
            AgentId = outbound?.AgentId,
            DefaultAgentId = null,
            InboundAgentId = inbound?.AgentId,
            InboundAgents = bindings.Inbound,
            OutboundAgents = bindings.Outbound,
            InboundAgentVersion = inbound?.AgentVersion,
            OutboundAgentVersion = outbound?.AgentVersion,
            ApplicationSid = null,
            PhoneNumberSid = $"PN{record.Id:x32}",
            InboundWebhookUrl = bindings.InboundWebhookUrl,
            IsTimeRoutingEnabled = bindings.IsTimeRoutingEnabled,
            PlatformImportError = importFails,
            PlatformImportErrorMessage = importFails ? ImportErrorMessage : null,
        };
    }
}
