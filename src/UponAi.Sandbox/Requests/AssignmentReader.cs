using System.Text.Json;
using UponAi.Sandbox.State;

namespace UponAi.Sandbox.Requests;

/// <summary>Reads the body of a PUT. Refuses members that the contract does not name.</summary>
internal static class AssignmentReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    internal static async Task<AssignmentRequest> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(body, Strict, cancellationToken);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw Refusal.BadRequest($"The body is not valid JSON. {e.Message}");
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json detects broken text only when a value is read.
            throw Refusal.BadRequest("The body holds text that is not valid Unicode.");
        }
    }

    private static AssignmentRequest Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw JsonValues.WrongType(body, "body", "an object");

        string? accountSid = null;
        int? workspaceId = null;
        int? outboundVersion = null;
        bool? timeRouting = null;
        AgentBinding[]? inbound = null;
        AgentBinding[]? outbound = null;
        var (namesOutboundId, outboundId) = (false, (string?)null);
        var (namesWebhook, webhook) = (false, (string?)null);

        foreach (var member in body.EnumerateObject())
        {
            var (name, value) = (member.Name, member.Value);
            switch (name)
            {
                case "accountSid": accountSid = JsonValues.Text(value, name); break;
                case "workspaceId": workspaceId = JsonValues.Integer(value, name); break;
                case "outboundAgentId": (namesOutboundId, outboundId) = (true, TextOrNull(value, name)); break;
                case "outboundAgentVersion": outboundVersion = JsonValues.Integer(value, name); break;
                case "outboundAgents": outbound = AgentListReader.Read(value, name); break;
                case "inboundAgents": inbound = AgentListReader.Read(value, name); break;
                case "inboundWebhookUrl": (namesWebhook, webhook) = (true, TextOrNull(value, name)); break;
                case "isTimeRoutingEnabled": timeRouting = JsonValues.Boolean(value, name); break;
                default: throw Refusal.BadRequest($"Unknown member '{name}'.");
            }
        }

        if (namesWebhook) CheckWebhook(webhook);
        return new()
        {
            AccountSid = accountSid ?? throw Missing("accountSid"),
            WorkspaceId = workspaceId ?? throw Missing("workspaceId"),
            Inbound = inbound,
            Outbound = Outbound(namesOutboundId, outboundId, outboundVersion, outbound),
            NamesWebhook = namesWebhook,
            InboundWebhookUrl = webhook,
            IsTimeRoutingEnabled = timeRouting,
        };
    }

    private static string? TextOrNull(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => throw JsonValues.WrongType(value, name, "a string or null"),
    };

    private static AgentBinding[]? Outbound(bool namesId, string? id, int? version, AgentBinding[]? agents)
    {
        if (namesId && agents is not null)
            throw Refusal.BadRequest("Give 'outboundAgentId' or 'outboundAgents', not both.");
        if (version is not null && id is null)
            throw Refusal.BadRequest("'outboundAgentVersion' needs an 'outboundAgentId'.");
        if (agents is [_])
        {
            throw Refusal.BadRequest(
                "'outboundAgents' holds two or more agents, or none; give a single one as 'outboundAgentId'.");
        }

        if (!namesId) return agents;
        return id is null ? [] : [new(id, version, 1m)];
    }

    private static void CheckWebhook(string? url)
    {
        if (url is null) return;
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http")) return;
        throw Refusal.BadRequest($"'inboundWebhookUrl' must be an absolute http or https URL, not '{url}'.");
    }

    private static Refusal Missing(string name) => Refusal.BadRequest($"'{name}' is missing.");
}
