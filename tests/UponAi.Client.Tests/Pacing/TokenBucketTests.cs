namespace UponAi.Client.Tests.Pacing;

/// <summary>
/// Tests how well a token bucket is used: with hints and without, while its rate changes, and by several processes.
/// </summary>
public sealed class TokenBucketTests
{
    [Theory]
    [InlineData(200, 20, null, 0.95, 0.02)]
    [InlineData(200, 20, 1.0, 0.95, 0.02)]
    [InlineData(200, 200, null, 0.95, 0.05)]
    [InlineData(200, 200, 1.0, 0.95, 0.02)]
    [InlineData(50, 5, 1.0, 0.90, 0.05)]
    [InlineData(1000, 50, null, 0.90, 0.02)]
    public void After_five_seconds_a_token_bucket_is_used_almost_whole(
        int rate, int burst, double? hint, double atLeast, double refusedAtMost)
    {
        var run = PacedRun.Median(
            seed => PacedRun.Of(new TokenBucket(rate, burst) { Hint = hint }, rate * 25, seed: seed));

        Assert.InRange(run.Throughput(from: 5), atLeast * rate, 1.01 * rate);
        Assert.InRange(run.RefusedShare, 0, refusedAtMost);
    }

    [Theory]
    [InlineData(200, 20, 5000, 0.95)]
    [InlineData(100, 10, 3000, 0.95)]
    [InlineData(20, 2, 1000, 0.90)]
    [InlineData(400, 5, 10000, 0.75)]
    [InlineData(10, 1, 200, 0.85)]
    [InlineData(5, 5, 200, 0.90)]
    [InlineData(50, 5, 1250, 0.95)]
    [InlineData(2, 1, 60, 0.80)]
    public void A_token_bucket_that_gives_no_hint_is_used_well_from_the_start(
        int rate, int burst, int rows, double atLeast) =>
        PacedRun.AssertTime(
            seed => PacedRun.Of(new TokenBucket(rate, burst), rows, seed: seed),
            best: (double)(rows - burst) / rate,
            atLeast);

    [Fact]
    public void A_token_bucket_is_used_well_from_the_start_although_its_hint_is_longer_than_needed() =>
        PacedRun.AssertTime(
            seed => PacedRun.Of(new TokenBucket(200, 20) { Hint = 1 }, 10_000, seed: seed), best: 49.9, 0.95);

    [Theory]
    [InlineData(200, 20, 2, 10_000, 0.55)]
    [InlineData(200, 20, 5, 10_000, 0.30)]
    [InlineData(30, 10, 2, 600, 0.45)]
    [InlineData(30, 10, 5, 2_000, 0.35)]
    [InlineData(100, 100, 10, 10_000, 0.28)]
    public void A_bucket_whose_hint_is_several_seconds_too_long_refuses_seldom(
        int rate, int burst, double hint, int rows, double atLeast)
    {
        var run = PacedRun.Median(seed => PacedRun.Of(new TokenBucket(rate, burst) { Hint = hint }, rows, seed: seed));

        Assert.InRange((double)(rows - burst) / rate / run.Seconds, atLeast, 1.01);
        Assert.InRange(run.RefusedShare, 0, 0.03);
    }

    [Theory]
    [InlineData(200, 20, 10_000, 0.80)]
    [InlineData(50, 5, 2_500, 0.90)]
    public void A_rate_is_used_well_although_one_request_in_a_hundred_is_refused_for_a_reason_of_its_own(
        int rate, int burst, int rows, double atLeast) =>
        PacedRun.AssertTime(
            seed => PacedRun.Of(new StrayRefusals(new TokenBucket(rate, burst), 0.01, seed), rows, seed: seed),
            best: (double)(rows - burst) / rate,
            atLeast);

    [Theory]
    [InlineData(200, 50, 20, null)]
    [InlineData(200, 50, 20, 1.0)]
    [InlineData(200, 50, 200, 1.0)]
    [InlineData(100, 20, 10, 1.0)]
    public void A_rate_that_falls_and_rises_is_followed_within_seconds(int high, int low, int burst, double? hint)
    {
        var average = (high + low) / 2.0;
        var run = PacedRun.Median(seed => PacedRun.Of(
            new TokenBucket(high, burst) { Hint = hint, RateAt = Changing }, (int)(32 * average), seed: seed));

        Assert.InRange(32 / run.Seconds, 0.80, 1.3);
        Assert.InRange(run.RefusedShare, 0, 0.03);

        double Changing(double now) => (int)(now / 10) % 2 == 0 ? high : low;
    }

    [Fact]
    public void A_limit_that_returns_after_a_long_time_without_one_is_found_with_few_refusals()
    {
        var run = PacedRun.Median(seed => PacedRun.Of(
            new TokenBucket(50, 5) { Latency = _ => 0.1, RateAt = now => now is > 5 and < 20 ? 1e6 : 50 },
            rows: 7000, seed: seed));

        Assert.InRange(run.RefusedShare, 0, 0.03);
    }

    [Theory]
    [InlineData(200, 20, null, 0.90, 1.5)]
    [InlineData(200, 20, 1.0, 0.90, 1.5)]
    [InlineData(200, 200, null, 0.85, 1.5)]
    [InlineData(200, 200, 1.0, 0.85, 1.5)]
    [InlineData(50, 5, null, 0.75, 2.5)]
    [InlineData(50, 5, 1.0, 0.75, 2.5)]
    public void Four_processes_share_a_token_bucket(
        int rate, int burst, double? hint, double atLeast, double unfairnessAtMost)
    {
        PacedRun Run(int seed) =>
            PacedRun.Of(new TokenBucket(rate, burst) { Hint = hint }, 5 * rate, processes: 4, seed: seed);

        Assert.InRange(20 / PacedRun.Median(Run).Seconds, atLeast, 1.1);
        Assert.InRange(PacedRun.Median(Run, run => run.Unfairness, count: 25).Unfairness, 1, unfairnessAtMost);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.08)]
    public void A_process_whose_timers_are_late_still_sends_most_of_what_is_allowed(double latest)
    {
        var run = PacedRun.Median(seed => PacedRun.Of(
            new TokenBucket(200, 20) { Hint = 1 }, 5000, seed: seed, latestWake: latest));

        Assert.InRange(run.Throughput(from: 5), 0.75 * 200, 201);
    }
}
