using UponAi.Client.Json;

namespace UponAi.Fuzz.Targets;

/// <summary>The body of an error, which may be anything: its words are read, or there are none.</summary>
internal static class ErrorBodyTarget
{
    internal static void Take(byte[] input) => Promise.IsPlain(DisplayText.Sanitize(ErrorBodyReader.TryRead(input)));
}
