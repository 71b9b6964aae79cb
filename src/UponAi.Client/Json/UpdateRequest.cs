using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// Writes the contract's <c>UpdatePhoneNumberRequest</c>: top-level names in camelCase, agents in snake_case. An
/// unchanged property is absent. A cleared property is <c>null</c>, or an empty array for inbound agents.
/// </summary>
internal static class UpdateRequestWriter
{
    // Division by this value drops trailing zeros: 0.10 becomes 0.1.
    private const decimal One = 1.0000000000000000000000000000m;

    internal static byte[] Write(NumberAssignment assignment, NumberLocation location)
    {
        var buffer = RequestBuffer.ForThread;
        var json = buffer.Begin();
        json.WriteStartObject();
        json.WriteString("accountSid"u8, location.AccountSid);
        json.WriteNumber("workspaceId"u8, location.WorkspaceId);
        WriteOutbound(json, assignment.Outbound);
        WriteInbound(json, assignment.Inbound);
        WriteWebhook(json, assignment.InboundWebhook);
        if (assignment.TimeRouting is { } timeRouting) json.WriteBoolean("isTimeRoutingEnabled"u8, timeRouting);
        json.WriteEndObject();
        return buffer.End();
    }

    // The contract's schema has one outbound agent, but its text allows several. One agent is sent as the schema says.
    // Several agents are sent in the form of inboundAgents.
    private static void WriteOutbound(Utf8JsonWriter json, Change<AgentSplit> outbound)
    {
        if (outbound.Kind == ChangeKind.Clear) json.WriteNull("outboundAgentId"u8);
        if (outbound.Kind != ChangeKind.Set) return;

        var agents = outbound.Value.Agents;
        if (agents.Count > 1)
        {
            WriteAgents(json, "outboundAgents"u8, agents);
            return;
        }

        json.WriteString("outboundAgentId"u8, agents[0].AgentId);
        if (agents[0].AgentVersion is { } version) json.WriteNumber("outboundAgentVersion"u8, version);
    }

    private static void WriteInbound(Utf8JsonWriter json, Change<AgentSplit> inbound)
    {
        if (inbound.Kind == ChangeKind.Clear) WriteAgents(json, "inboundAgents"u8, AgentRefCollection.Empty);
        else if (inbound.Kind == ChangeKind.Set) WriteAgents(json, "inboundAgents"u8, inbound.Value.Agents);
    }

    private static void WriteWebhook(Utf8JsonWriter json, Change<Webhook> webhook)
    {
        if (webhook.Kind == ChangeKind.Clear) json.WriteNull("inboundWebhookUrl"u8);
        else if (webhook.Kind == ChangeKind.Set) json.WriteString("inboundWebhookUrl"u8, webhook.Value.ToString());
    }

    internal static void WriteAgents(Utf8JsonWriter json, ReadOnlySpan<byte> name, AgentRefCollection agents)
    {
        json.WriteStartArray(name);
        foreach (var agent in agents)
        {
            json.WriteStartObject();
            json.WriteString("agent_id"u8, agent.AgentId);
            if (agent.AgentVersion is { } version) json.WriteNumber("agent_version"u8, version);
            if (agent.Weight is { } weight) json.WriteNumber("weight"u8, weight / One);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>
/// A JSON writer whose memory is reused for each request of a thread. Writing never waits, so one buffer per thread is
/// enough.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Reliability", "CA1001", Justification = "Lives as long as its thread, and owns only memory.")]
internal sealed class RequestBuffer : IBufferWriter<byte>
{
    private const int InitialSize = 1024;

    // No escapes for HTML, because the JSON never becomes part of a web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static RequestBuffer? forThread;

    private readonly Utf8JsonWriter json;
    private byte[] buffer = new byte[InitialSize];
    private int length;

    private RequestBuffer() => json = new Utf8JsonWriter(this, Options);

    internal static RequestBuffer ForThread => forThread ??= new RequestBuffer();

    /// <summary>Starts a new text and returns its writer.</summary>
    internal Utf8JsonWriter Begin()
    {
        length = 0;
        json.Reset();
        return json;
    }

    /// <summary>Returns the text since <see cref="Begin"/>.</summary>
    internal byte[] End()
    {
        json.Flush();
        return buffer.AsSpan(0, length).ToArray();
    }

    public void Advance(int count) => length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var least = length + Math.Max(sizeHint, 1);
        if (buffer.Length < least) Array.Resize(ref buffer, Math.Max(least, buffer.Length * 2));
        return buffer.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
