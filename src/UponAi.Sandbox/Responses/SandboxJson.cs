using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace UponAi.Sandbox.Responses;

/// <summary>The body of every response with a status other than 200.</summary>
internal sealed record ErrorBody(string Error);

/// <summary>A row of the list of agents.</summary>
internal sealed record AgentBody(string AgentId, int Version, string AgentName);

/// <summary>A row of the list of workspaces.</summary>
internal sealed record WorkspaceBody(int Id, string Name);

/// <summary>A row of the list of an agent's versions.</summary>
internal sealed record AgentVersionBody(string AgentId, int Version, DateTimeOffset UpdatedAt);

/// <summary>The generated JSON writers of all bodies, in snake_case as in the contract.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(UpdateBody))]
[JsonSerializable(typeof(PhoneNumberBody))]
[JsonSerializable(typeof(AgentBody))]
[JsonSerializable(typeof(AgentVersionBody))]
[JsonSerializable(typeof(WorkspaceBody))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class SandboxJson : JsonSerializerContext
{
    // The default encoder would write the + of every number as an escape sequence.
    internal static JsonWriterOptions Readable { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
