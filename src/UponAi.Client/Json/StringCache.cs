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

    // Different ids often have the same beginning, but not the same end.
    private const int HashedBytes = 8;

    private readonly Entry?[] entries = new Entry?[Slots];

    /// <summary>
    /// Returns the current string of the reader, with <see cref="ControlSymbols"/> instead of control characters.
    /// </summary>
    internal string Read(ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > MaxLength)
            return ControlSymbols.Show(reader.GetString()!);

        ref var slot = ref entries[GetSlot(reader.ValueSpan)];
        if (slot is { } known && reader.ValueSpan.SequenceEqual(known.Utf8)) return known.Text;
        var text = ControlSymbols.Show(reader.GetString()!);
        slot = new Entry(reader.ValueSpan.ToArray(), text);
        return text;
    }

    private static int GetSlot(ReadOnlySpan<byte> text)
    {
        var hash = text.Length;
        foreach (var b in text.Slice(Math.Max(0, text.Length - HashedBytes))) hash = unchecked(hash * 31 + b);
        return hash & (Slots - 1);
    }

    private sealed record Entry(byte[] Utf8, string Text);
}
