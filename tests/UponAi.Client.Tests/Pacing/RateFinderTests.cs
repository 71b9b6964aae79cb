namespace UponAi.Client.Tests.Pacing;

/// <summary>The allowed rate is found without hints and held: in simulated time, so the figures are the same on every machine.</summary>
public sealed class RateFinderTests
{
    [Theory]
    [InlineData(200, 20, 0.001, 32, 0.95)]
    [InlineData(200, 20, 0.05, 32, 0.95)]
    [InlineData(200, 20, 0.001, 256, 0.95)]
    [InlineData(200, 200, 0.001, 32, 0.95)]
    [InlineData(1000, 50, 0.001, 32, 0.93)]
    [InlineData(50, 5, 0.02, 32, 0.94)]
    public void After_five_seconds_a_steady_limit_is_used_almost_whole(int rate, int burst, double latency, int workers, double atLeast)
    {
        var run = new PacedRun(new TokenBucket(rate, burst)) { Latency = latency, Workers = workers }.Run(rate * 25);

        Assert.InRange(run.Throughput(), atLeast * rate, 1.01 * rate);
    }

    [Fact]
    public void Under_two_percent_of_the_requests_of_a_large_run_are_refused()
    {
        var run = new PacedRun(new TokenBucket(200, 20)).Run(5000);

        Assert.InRange(run.Refused, 1, 100);
    }

    [Theory]
    [InlineData(200, 1)]
    [InlineData(1000, 10)]
    public void A_count_for_each_period_is_used_to_ninety_percent(int count, int seconds)
    {
        var run = new PacedRun(new FixedWindow(count, seconds)).Run(count * 40 / seconds);

        Assert.InRange(run.Throughput(from: 0), 0.9 * count / seconds * 0.9, 1.1 * count / seconds);
    }

    [Fact]
    public void A_limit_of_one_a_second_is_found()
    {
        var run = new PacedRun(new TokenBucket(1, 1)).Run(40);

        Assert.InRange(run.Rate, 0.9, 1.05);
        Assert.InRange(run.Throughput(), 0.9, 1.05);
    }

    [Fact]
    public void A_platform_that_takes_nothing_for_a_while_is_used_again_soon_after()
    {
        var bucket = new TokenBucket(0, 0);
        var run = new PacedRun(bucket) { Meanwhile = now => (bucket.Rate, bucket.Burst) = now < 30 ? (0, 0) : (1e9, 1e9) }.Run(1000);

        Assert.InRange(run.Seconds, 30, 36);
        Assert.Contains("Pacing: refused again, with nothing let through; waiting once more.", run.Decisions);
    }

    [Fact]
    public void A_limit_that_falls_is_followed_down()
    {
        var bucket = new TokenBucket(200, 20);
        var run = new PacedRun(bucket) { Meanwhile = now => bucket.Rate = now < 15 ? 200 : 100 }.Run(6000);

        Assert.InRange(run.Throughput(from: 22, to: 30), 85, 101);
    }

    [Fact]
    public void A_limit_that_rises_is_followed_up()
    {
        var bucket = new TokenBucket(200, 20);
        var run = new PacedRun(bucket) { Meanwhile = now => bucket.Rate = now < 10 ? 200 : 800 }.Run(60_000);

        Assert.InRange(run.Throughput(from: run.Seconds - 10), 700, 810);
    }

    [Fact]
    public void Without_a_refusal_nothing_is_held_back()
    {
        var run = new PacedRun(new TokenBucket(1e9, 1e9)).Run(10_000);

        Assert.Equal(double.PositiveInfinity, run.Rate);
        Assert.Empty(run.Decisions);
    }

    [Fact]
    public void What_is_decided_is_said()
    {
        var decisions = new PacedRun(new TokenBucket(200, 20)).Run(10_000).Decisions;

        Assert.Matches(@"^Pacing: the platform refuses requests; after a pause of [\d.]+ s they begin slowly\.$", decisions[0]);
        Assert.Matches(@"^Pacing: refused again; holding 19\d requests a second\.$", decisions[1]);
        Assert.Matches(@"^Pacing: no refusal for 30(\.\d+)? s; trying 20\d requests a second\.$", decisions[2]);
    }
}
