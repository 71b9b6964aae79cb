using UponAi.Client.Pacing;

namespace UponAi.Client.Tests.Pacing;

/// <summary>Tests when the limiter holds requests back, and what it logs.</summary>
public sealed class AdaptiveLimiterTests
{
    [Fact]
    public void Slow_requests_and_failures_are_no_refusals()
    {
        var platform = new TokenBucket(1e9, 1e9)
        {
            Latency = chance => chance.NextDouble() < 0.01 ? 8 : 0.03,
            FailureShare = 0.05,
        };

        var run = PacedRun.Of(platform, 4000);

        Assert.Empty(run.Decisions);
        Assert.Equal(0, run.RefusedShare);
    }

    [Fact]
    public void Decisions_are_logged()
    {
        var decisions = PacedRun.Of(new TokenBucket(200, 20) { Hint = 1 }, 5000).Decisions;

        Assert.Equal("Pacing: the platform refuses requests; all wait 1 s.", decisions[0]);
        Assert.Matches(@"^Pacing: continuing with [\d.]+ a second\.$", decisions[1]);
        Assert.Matches(
            @"^Pacing: refused at [\d.]+ requests a second, continuing with [\d.]+ a second\.$", decisions[2]);
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
}
