using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// A cache of strings that nearly every response of a connection repeats, such as agent ids, accounts and webhooks.
/// Safe to use from several threads: if two threads write the same slot, either string is correct.
/// </summary>
internal sealed class StringCache
{
    private const int Slots = 256;
    private const int MaxLength = 128;

    private readonly string?[] texts = new string?[Slots];

    /// <summary>Returns the current string of the reader.</summary>
    internal string Read(ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > MaxLength)
            return ControlSymbols.Show(reader.GetString()!);

        ref var slot = ref texts[GetSlot(reader.ValueSpan)];
        var known = slot;
        return known is not null && reader.ValueTextEquals(known)
            ? known
            : slot = ControlSymbols.Show(reader.GetString()!);
    }

    private static int GetSlot(ReadOnlySpan<byte> text)
    {
        var hash = text.Length;
        foreach (var b in text) hash = unchecked(hash * 31 + b);
        return hash & (Slots - 1);
    }
}
