using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace UponAi.Sandbox.Answers;

/// <summary>The generated writers of all answers, in snake_case as the contract has them.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(UpdateAnswer))]
[JsonSerializable(typeof(PhoneNumberAnswer))]
[JsonSerializable(typeof(AgentAnswer[]))]
[JsonSerializable(typeof(AgentVersionAnswer[]))]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class SandboxJson : JsonSerializerContext
{
    // The default encoder would write the + of every number as an escape sequence.
    internal static JsonWriterOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
