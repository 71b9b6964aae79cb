using UponAi.PowerShell.Rows;

namespace UponAi.PowerShell.UnitTests;

/// <summary>Tests threads that read and cache more texts than the cache has slots.</summary>
public sealed class SplitCacheStressTests
{
    private const int Texts = 600;
    private const int LooksEach = 20;

    private readonly AgentSplit[] splits =
        [.. Enumerable.Range(0, Texts).Select(i => AgentSplit.Create(AgentRefCollection.Parse(Text(i))))];
    private int known;

    [Fact]
    public void A_text_has_its_own_split_or_none()
    {
        Parallel.For(0, Rounds.Count, seed =>
        {
            var chance = new Random(seed);
            for (var i = 0; i < LooksEach; i++) Look(seed, chance.Next(Texts));
        });

        Assert.True(known > 0);
    }

    private void Look(int seed, int which)
    {
        // Each cell is a separate string.
        var found = SplitCache.Find(Text(which));
        if (found is null) SplitCache.Keep(Text(which), splits[which]);
        else if (ReferenceEquals(found, splits[which])) Interlocked.Increment(ref known);
        else throw new InvalidOperationException($"Round with seed {seed}: {Text(which)} is said to be {found}.");
    }

    private static string Text(int i) => $"agent_stress_{i}@3=90%;agent_b=10%";
}
