using UponAi.Client.Pacing;

namespace UponAi.Client.Tests.Pacing;

/// <summary>
/// What the platform allows is found and followed, with hints and without: in simulated time, so that the figures are
/// the same on every machine. Each figure is the median of several runs with different chance.
/// </summary>
public sealed class AdaptiveLimiterTests
{
    [Theory]
    [InlineData(200, 20, null, 0.95, 0.02)]
    [InlineData(200, 20, 1.0, 0.95, 0.02)]
    [InlineData(200, 200, null, 0.95, 0.05)]
    [InlineData(200, 200, 1.0, 0.95, 0.02)]
    [InlineData(50, 5, 1.0, 0.90, 0.05)]
    [InlineData(1000, 50, null, 0.90, 0.02)]
    public void After_five_seconds_a_token_bucket_is_used_almost_whole(int rate, int burst, double? hint, double atLeast, double refusedAtMost)
    {
        var run = Median(seed => PacedRun.Of(new TokenBucket(rate, burst) { Hint = hint }, rate * 25, seed: seed));

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
    public void A_token_bucket_that_gives_no_hint_is_used_well_from_the_start(int rate, int burst, int rows, double atLeast) =>
        AssertTime(seed => PacedRun.Of(new TokenBucket(rate, burst), rows, seed: seed), best: (double)(rows - burst) / rate, atLeast);

    [Fact]
    public void A_token_bucket_is_used_well_from_the_start_although_its_hint_is_longer_than_needed() =>
        AssertTime(seed => PacedRun.Of(new TokenBucket(200, 20) { Hint = 1 }, 10_000, seed: seed), best: 49.9, 0.95);

    [Theory]
    [InlineData(200, 20, 10_000, 0.80)]
    [InlineData(50, 5, 2_500, 0.90)]
    public void A_rate_is_used_well_although_one_request_in_a_hundred_is_refused_for_a_reason_of_its_own(
        int rate, int burst, int rows, double atLeast) =>
        AssertTime(
            seed => PacedRun.Of(new StrayRefusals(new TokenBucket(rate, burst), 0.01, seed), rows, seed: seed),
            best: (double)(rows - burst) / rate,
            atLeast);

    [Theory]
    [InlineData(60, 10, true)]
    [InlineData(60, 10, false)]
    [InlineData(30, 5, true)]
    [InlineData(30, 5, false)]
    public void A_fixed_window_is_used_whole_with_and_without_a_hint(int count, double seconds, bool hasHint) =>
        AssertTime(
            seed => PacedRun.Of(new FixedWindow(count, seconds, hasHint), 5 * count, seed: seed),
            best: 4 * seconds,
            0.90);

    [Theory]
    [InlineData(100, 10)]
    [InlineData(50, 5)]
    public void A_sliding_window_whose_hint_is_too_short_is_used_well_with_few_refusals(int count, double seconds)
    {
        var run = Median(seed => PacedRun.Of(new SlidingWindow(count, seconds) { Hint = 1 }, 6 * count, seed: seed));

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

        AssertTime(
            seed => PacedRun.Of(
                new ConcurrencyCap(_ => cap) { Latency = chance => latency + chance.NextDouble() * spread }, 1500, seed: seed),
            best,
            0.90);
    }

    [Fact]
    public void A_concurrency_limit_that_rises_is_followed() => AssertTime(
        seed => PacedRun.Of(new ConcurrencyCap(now => now < 10 ? 8 : 16) { Latency = _ => 0.1 }, 3000, seed: seed),
        best: 10 + (3000 - 800) / 160.0,
        0.85);

    [Theory]
    [InlineData(200, 50, 20, null)]
    [InlineData(200, 50, 20, 1.0)]
    [InlineData(200, 50, 200, 1.0)]
    [InlineData(100, 20, 10, 1.0)]
    public void A_rate_that_falls_and_rises_is_followed_within_seconds(int high, int low, int burst, double? hint)
    {
        var average = (high + low) / 2.0;
        var run = Median(seed => PacedRun.Of(
            new TokenBucket(high, burst) { Hint = hint, RateAt = Changing }, (int)(32 * average), seed: seed));

        Assert.InRange(32 / run.Seconds, 0.80, 1.3);
        Assert.InRange(run.RefusedShare, 0, 0.03);

        double Changing(double now) => (int)(now / 10) % 2 == 0 ? high : low;
    }

    [Fact]
    public void A_limit_that_returns_after_a_long_time_without_one_is_found_with_few_refusals()
    {
        var run = Median(seed => PacedRun.Of(
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

        Assert.InRange(20 / Median(Run).Seconds, atLeast, 1.1);
        Assert.InRange(PacedRun.Median(Run, run => run.Unfairness, count: 25).Unfairness, 1, unfairnessAtMost);
    }

    [Fact]
    public void A_hint_of_a_second_stops_the_requests_for_a_second_only_if_the_platform_refuses_as_long()
    {
        var limiter = new AdaptiveLimiter(new PacingLog());
        var now = 0d;
        for (var i = 0; i < 100; i++, now += 0.01) limiter.Complete(limiter.Send(now), AttemptOutcome.Answered, now);
        limiter.Refuse(limiter.Send(now), hint: 1, now);
        Assert.Equal(now + 1, limiter.NextSend(now), 6);
        limiter.Complete(limiter.Send(now + 1), AttemptOutcome.Answered, now + 1);

        now = limiter.NextSend(now + 1);
        limiter.Refuse(limiter.Send(now), hint: 1, now);
        var from = now;
        List<double> waits = [];
        while (now < from + 1.5)
        {
            var next = limiter.NextSend(now);
            waits.Add(next - now);
            now = next;
            limiter.Refuse(limiter.Send(now), hint: 1, now);
        }

        Assert.All(waits.SkipLast(1), wait => Assert.InRange(wait, 0.01, 0.51));
        Assert.InRange(waits[^1], 0.9, 2);
    }

    [Fact]
    public void Slow_requests_and_failures_are_no_refusals()
    {
        var platform = new TokenBucket(1e9, 1e9) { Latency = chance => chance.NextDouble() < 0.01 ? 8 : 0.03, FailureShare = 0.05 };

        var run = PacedRun.Of(platform, 4000);

        Assert.Empty(run.Decisions);
        Assert.Equal(0, run.RefusedShare);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.08)]
    public void A_process_whose_timers_are_late_still_sends_most_of_what_is_allowed(double latest)
    {
        var run = Median(seed => PacedRun.Of(new TokenBucket(200, 20) { Hint = 1 }, 5000, seed: seed, latestWake: latest));

        Assert.InRange(run.Throughput(from: 5), 0.75 * 200, 201);
    }

    [Fact]
    public void Decisions_are_logged()
    {
        var decisions = PacedRun.Of(new TokenBucket(200, 20) { Hint = 1 }, 5000).Decisions;

        Assert.Equal("Pacing: the platform refuses requests; all wait 1 s.", decisions[0]);
        Assert.Matches(@"^Pacing: continuing with [\d.]+ a second\.$", decisions[1]);
        Assert.Matches(@"^Pacing: refused at [\d.]+ requests a second, continuing with [\d.]+ a second\.$", decisions[2]);
    }

    [Fact]
    public void While_nothing_is_refused_nothing_is_held_back()
    {
        var limiter = new AdaptiveLimiter(new PacingLog());
        for (var now = 1d; now < 2; now += 0.001)
        {
            Assert.Equal(now, limiter.NextSend(now));
            limiter.Send(now);
        }

        Assert.Equal(double.PositiveInfinity, limiter.Rate);
    }

    [Fact]
    public void A_few_refusals_without_a_hint_hold_nothing_back()
    {
        var limiter = new AdaptiveLimiter(new PacingLog());

        SendWithFewRefusals(limiter, from: 0);

        Assert.Equal(double.PositiveInfinity, limiter.Rate);
    }

    [Fact]
    public void A_few_refusals_without_a_hint_do_not_lower_the_rate_of_a_platform_that_gives_hints()
    {
        var limiter = new AdaptiveLimiter(new PacingLog());
        for (var i = 0; i < 20; i++) limiter.Complete(limiter.Send(0.01 * i), AttemptOutcome.Answered, 0.01 * i);
        limiter.Refuse(limiter.Send(0.2), hint: 1, 0.2);
        limiter.Complete(limiter.Send(1.2), AttemptOutcome.Answered, 1.2);
        var rate = limiter.Rate;

        SendWithFewRefusals(limiter, from: 1.2);

        Assert.InRange(limiter.Rate, rate, double.MaxValue);
    }

    [Fact]
    public void The_first_requests_go_out_a_millisecond_apart_and_later_ones_at_once()
    {
        var limiter = new AdaptiveLimiter(new PacingLog());
        for (var i = 0; i < 200; i++)
        {
            var next = limiter.NextSend(0.001 * i);
            Assert.Equal(0.001 * i, next, 6);
            limiter.Send(next);
            if (i < 199) Assert.Equal(next + 0.001, limiter.NextSend(next), 6);
        }

        Assert.Equal(0.201, limiter.NextSend(0.201));
        limiter.Send(0.201);
        Assert.Equal(0.201, limiter.NextSend(0.201));
    }

    [Fact]
    public void After_a_pause_one_request_goes_alone_and_the_others_follow_when_it_is_accepted()
    {
        var limiter = new AdaptiveLimiter(new PacingLog());
        for (var i = 0; i < 20; i++) limiter.Complete(limiter.Send(0), AttemptOutcome.Answered, 0);
        limiter.Refuse(limiter.Send(0), hint: 5, 0);
        Assert.Equal(5, limiter.NextSend(0));

        var test = limiter.Send(5);
        Assert.Equal(7, limiter.NextSend(6));
        limiter.Complete(test, AttemptOutcome.Answered, 6);

        Assert.Equal(6, limiter.NextSend(6));
    }

    [Fact]
    public void A_test_whose_response_is_late_is_followed_by_another_and_either_of_them_ends_the_pause()
    {
        var limiter = new AdaptiveLimiter(new PacingLog());
        limiter.Refuse(limiter.Send(0), hint: 1, 0);
        limiter.Send(1);
        Assert.Equal(3, limiter.NextSend(1));

        var second = limiter.Send(3);
        Assert.True(second.IsTest);
        Assert.Equal(5, limiter.NextSend(3));
        limiter.Complete(second, AttemptOutcome.Answered, 3.1);

        Assert.InRange(limiter.NextSend(3.1), 3.1, 4.9);
    }

    [Fact]
    public void A_pause_that_was_too_short_is_followed_by_one_twice_as_long()
    {
        var limiter = new AdaptiveLimiter(new PacingLog());
        limiter.Refuse(limiter.Send(0), hint: 1, 0);
        limiter.Refuse(limiter.Send(1), hint: 1, 1);

        Assert.Equal(3, limiter.NextSend(1));
    }

    [Fact]
    public void However_often_requests_are_refused_the_next_one_waits_no_longer_than_ten_seconds()
    {
        var limiter = new AdaptiveLimiter(new PacingLog());
        var now = 0d;
        for (var i = 0; i < 300; i++)
        {
            now = Math.Max(limiter.NextSend(now), now + i % 7);
            var permit = limiter.Send(now);
            if (i % 3 == 0) limiter.Complete(permit, AttemptOutcome.Answered, now);
            else limiter.Refuse(permit, hint: null, now);

            Assert.InRange(limiter.NextSend(now) - now, 0, 10.001);
        }
    }

    [Fact]
    public void A_test_that_is_given_up_is_followed_by_another()
    {
        var limiter = new AdaptiveLimiter(new PacingLog());
        limiter.Refuse(limiter.Send(0), hint: 1, 0);
        limiter.Complete(limiter.Send(1), AttemptOutcome.Abandoned, 1);

        Assert.Equal(1, limiter.NextSend(1));
        Assert.True(limiter.Send(1).IsTest);
    }

    // Every sixteenth request is refused, and the second one too.
    private static void SendWithFewRefusals(AdaptiveLimiter limiter, double from)
    {
        var now = from;
        for (var i = 0; i < 200; i++)
        {
            now = Math.Max(limiter.NextSend(now), now + 0.01);
            var permit = limiter.Send(now);
            if (i == 1 || i % 16 == 0) limiter.Refuse(permit, hint: null, now);
            else limiter.Complete(permit, AttemptOutcome.Answered, now);
        }
    }

    private static PacedRun Median(Func<int, PacedRun> run) => PacedRun.Median(run, one => one.Seconds);

    private static void AssertTime(Func<int, PacedRun> run, double best, double atLeast) =>
        Assert.InRange(best / Median(run).Seconds, atLeast, 1.01);
}
