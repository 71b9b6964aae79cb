using System.Text;
using System.Text.Json;
using UponAi.Client.Json;

namespace UponAi.Fuzz.Targets;

/// <summary>The exceptions with which a response reader refuses a response. The client reports them.</summary>
internal static class AnswerRefusal
{
    /// <summary>
    /// Returns true for the exceptions of invalid JSON, JSON of another shape, and invalid text. Any other invalid
    /// operation is a mistake of the reader.
    /// </summary>
    internal static bool Is(Exception e) =>
        e is JsonException or UnexpectedJsonException || e is InvalidOperationException && IsOfText(e);

    private static bool IsOfText(Exception e) =>
        e.InnerException is DecoderFallbackException
            || e.Message.Contains("UTF-16 JSON text", StringComparison.Ordinal);
}
