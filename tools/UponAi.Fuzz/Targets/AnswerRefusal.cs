using System.Text;
using System.Text.Json;
using UponAi.Client.Json;

namespace UponAi.Fuzz.Targets;

/// <summary>The ways in which a reader of answers says no, as the client reports them.</summary>
internal static class AnswerRefusal
{
    /// <summary>
    /// True for no JSON, JSON of another shape, and text that is none. Any other invalid operation is a reader's own
    /// mistake.
    /// </summary>
    internal static bool Is(Exception e) =>
        e is JsonException or UnexpectedJsonException || e is InvalidOperationException && IsOfText(e);

    private static bool IsOfText(Exception e) =>
        e.InnerException is DecoderFallbackException
            || e.Message.Contains("UTF-16 JSON text", StringComparison.Ordinal);
}
