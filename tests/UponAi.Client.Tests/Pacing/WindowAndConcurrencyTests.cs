namespace UponAi.Client.Tests.Pacing;

/// <summary>Tests how well windows and limits on concurrency are used.</summary>
public sealed class WindowAndConcurrencyTests
{
    [Theory]
    [InlineData(60, 10, true)]
    [InlineData(60, 10, false)]
    [InlineData(30, 5, true)]
    [InlineData(30, 5, false)]
    public void A_fixed_window_is_used_whole_with_and_without_a_hint(int count, double seconds, bool hasHint) =>
        PacedRun.AssertTime(
            seed => PacedRun.Of(new FixedWindow(count, seconds, hasHint), 5 * count, seed: seed),
            best: 4 * seconds,
            0.90);

    [Theory]
    [InlineData(100, 10)]
    [InlineData(50, 5)]
    public void A_sliding_window_whose_hint_is_too_short_is_used_well_with_few_refusals(int count, double seconds)
    {
        var run = PacedRun.Median(
            seed => PacedRun.Of(new SlidingWindow(count, seconds) { Hint = 1 }, 6 * count, seed: seed));

        Assert.InRange(5 * seconds / run.Seconds, 0.85, 1);
        Assert.InRange(run.RefusedShare, 0, 0.05);
    }

    [Theory]
    [InlineData(8, 0.1, 0)]
    [InlineData(8, 0.1, 0.002)]
    [InlineData(8, 0.05, 0.1)]
    [InlineData(3, 0.05, 0)]
    [InlineData(16, 0.1, 0.005)]
    [InlineData(20, 0.1, 0.01)]
    public void A_platform_that_accepts_few_at_the_same_time_is_kept_busy(int cap, double latency, double spread)
    {
        var best = 1500 * (latency + spread / 2) / cap;

        PacedRun.AssertTime(
            seed => PacedRun.Of(
                new ConcurrencyCap(_ => cap) { Latency = chance => latency + chance.NextDouble() * spread },
                1500,
                seed: seed),
            best,
            0.90);
    }

    [Fact]
    public void A_concurrency_limit_that_rises_is_followed() => PacedRun.AssertTime(
        seed => PacedRun.Of(new ConcurrencyCap(now => now < 10 ? 8 : 16) { Latency = _ => 0.1 }, 3000, seed: seed),
        best: 10 + (3000 - 800) / 160.0,
        0.85);
}
