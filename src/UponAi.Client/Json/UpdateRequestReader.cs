using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// Reads the JSON of <see cref="UpdateRequestWriter"/> back to the same assignment, for the entries of a journal.
/// </summary>
internal static class UpdateRequestReader
{
    /// <summary>Reads an assignment from the body of a request.</summary>
    /// <exception cref="UnexpectedJsonException">A property has a value of another kind.</exception>
    /// <exception cref="UponAiException">The values are not a valid assignment.</exception>
    internal static NumberAssignment Read(ReadOnlySpan<byte> body, NumberId number, StringCache cache)
    {
        var json = new Utf8JsonReader(body);
        json.Read();
        var assignment = new NumberAssignment { Number = number };
        var (outboundId, outboundVersion) = ((string?)null, (int?)null);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            switch (name)
            {
                case "inboundAgents":
                    var inbound = AgentRefsReader.Read(ref json, name, cache);
                    assignment = assignment with { Inbound = AgentSplit.CreateChange(inbound) };
                    break;
                case "outboundAgents":
                    var outbound = AgentRefsReader.Read(ref json, name, cache);
                    assignment = assignment with { Outbound = AgentSplit.CreateChange(outbound) };
                    break;
                case "outboundAgentId":
                    outboundId = JsonScalars.ReadText(ref json, name);
                    if (outboundId is null) assignment = assignment with { Outbound = Change.Clear<AgentSplit>() };
                    break;
                case "outboundAgentVersion":
                    outboundVersion = JsonScalars.ReadInt(ref json, name);
                    break;
                case "inboundWebhookUrl":
                    assignment = assignment with { InboundWebhook = ToWebhook(JsonScalars.ReadText(ref json, name)) };
                    break;
                case "isTimeRoutingEnabled":
                    assignment = assignment with { TimeRouting = JsonScalars.ReadBool(ref json, name) };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return outboundId is null
            ? assignment
            : assignment with { Outbound = AgentSplit.CreateChange([new AgentRef(outboundId, outboundVersion)]) };
    }

    private static Change<Webhook> ToWebhook(string? url) =>
        url is null ? Change.Clear<Webhook>() : Change.Set(Webhook.Parse(url));
}
