using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>
/// One string for texts that nearly every answer of a run repeats: agent ids, accounts, webhooks. A run of a hundred thousand rows keeps
/// a few, not a few hundred thousand. Safe to use from several threads: whichever writes last is as good.
/// </summary>
internal static class StringCache
{
    private const int Places = 256;
    private const int LongestText = 128;

    private static readonly string?[] Texts = new string?[Places];

    /// <summary>The string at which the reader stands.</summary>
    internal static string Read(ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > LongestText) return reader.GetString()!;

        ref var place = ref Texts[Place(reader.ValueSpan)];
        var known = place;
        return known is not null && reader.ValueTextEquals(known) ? known : place = reader.GetString()!;
    }

    private static int Place(ReadOnlySpan<byte> text)
    {
        var hash = text.Length;
        foreach (var b in text) hash = unchecked(hash * 31 + b);
        return hash & (Places - 1);
    }
}
