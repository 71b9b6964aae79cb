using System.Text;
using System.Text.Json;
using UponAi.Client.Json;

namespace UponAi.Client.Tests.Responses;

/// <summary>Tests threads that read more texts than the cache has slots.</summary>
public sealed class StringCacheStressTests
{
    private const int Rounds = 10_000;
    private const int Texts = 600;
    private const int ReadsEach = 20;

    private readonly string?[] before = new string?[Texts];
    private readonly StringCache cache = new();
    private int known;

    [Fact]
    public void A_text_is_read_as_itself()
    {
        Parallel.For(0, Rounds, seed =>
        {
            var chance = new Random(seed);
            for (var i = 0; i < ReadsEach; i++) Read(seed, chance.Next(Texts));
        });

        Assert.True(known > 0);
    }

    private void Read(int seed, int which)
    {
        var text = $"agent_stress_{which}";
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"\"{text}\""));
        reader.Read();
        var read = cache.Read(ref reader);
        if (read != text) throw new InvalidOperationException($"Round with seed {seed}: {text} is read as {read}.");
        if (ReferenceEquals(read, before[which])) Interlocked.Increment(ref known);
        before[which] = read;
    }
}
