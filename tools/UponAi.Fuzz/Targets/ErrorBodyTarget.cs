using UponAi.Client.Json;

namespace UponAi.Fuzz.Targets;

/// <summary>Fuzzes the body of an error, which may be anything. The reader returns its message, or nothing.</summary>
internal static class ErrorBodyTarget
{
    internal static void Take(byte[] input) => Promise.IsPlain(DisplayText.Sanitize(ErrorBodyReader.TryRead(input)));
}
