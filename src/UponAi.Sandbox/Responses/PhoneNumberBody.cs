using System.Text.Json;
using System.Text.Json.Nodes;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox.Responses;

/// <summary>A number with the 18 properties of the contract.</summary>
internal sealed record PhoneNumberBody
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

    /// <summary>Returns the number with the versions of its outbound agents as text.</summary>
    internal JsonNode WithTextVersions()
    {
        var number = JsonSerializer.SerializeToNode(this, SandboxJson.Default.PhoneNumberBody)!;
        foreach (var agent in number["outbound_agents"]!.AsArray()) agent!["agent_version"] = "prod";
        return number;
    }

    internal static PhoneNumberBody From(NumberRecord record, Bindings bindings)
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

/// <summary>The part of an update response that repeats the current assignment.</summary>
internal sealed record AssignmentBody(
    string AccountSid,
    int WorkspaceId,
    string? AgentId,
    string? InboundAgentId,
    IReadOnlyList<AgentBinding> OutboundAgents,
    IReadOnlyList<AgentBinding> InboundAgents,
    bool IsTimeRoutingEnabled,
    bool PlatformImportError,
    string? PlatformImportErrorMessage)
{
    internal static AssignmentBody From(PhoneNumberBody number) => new(
        number.AccountSid,
        number.WorkspaceId,
        number.AgentId,
        number.InboundAgentId,
        number.OutboundAgents,
        number.InboundAgents,
        number.IsTimeRoutingEnabled,
        number.PlatformImportError,
        number.PlatformImportErrorMessage);
}

/// <summary>The body of a response to a PUT.</summary>
internal sealed record UpdateBody(
    bool Success, string Message, IReadOnlyList<PhoneNumberBody> Numbers, AssignmentBody Assignment)
{
    internal static UpdateBody From(PhoneNumberBody number) => new(
        true,
        number.PlatformImportError
            ? "Phone number assignment stored, but the import failed."
            : "Phone number assignment updated.",
        [number],
        AssignmentBody.From(number));

    /// <summary>Returns the response with the versions of the outbound agents as text.</summary>
    internal JsonNode WithTextVersions()
    {
        var body = JsonSerializer.SerializeToNode(this, SandboxJson.Default.UpdateBody)!;
        body["numbers"] = new JsonArray(Numbers[0].WithTextVersions());
        return body;
    }
}
