using UponAi.Client.Pacing;

namespace UponAi.Client.Tests.Pacing;

/// <summary>Tests the pauses after refusals, their hints, and the test requests that end them.</summary>
public sealed class PauseTests
{
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
    public void A_test_that_is_sent_late_does_not_make_the_pause_costly()
    {
        var limiter = new AdaptiveLimiter(new PacingLog());
        var now = ResumeAfterHint(limiter, hint: 1, passed: 6);
        var rate = limiter.Rate;

        for (var end = now + 4; now < end; now += 0.1)
            limiter.Complete(limiter.Send(now), AttemptOutcome.Answered, now);

        Assert.True(limiter.Rate > rate);
    }

    [Fact]
    public void After_a_pause_of_several_seconds_the_rate_does_not_grow_for_ten_seconds()
    {
        var limiter = new AdaptiveLimiter(new PacingLog());
        var now = ResumeAfterHint(limiter, hint: 2, passed: 2);
        var rate = limiter.Rate;

        var grows = now + 10;
        for (; now < grows - 0.1; now += 0.1)
            limiter.Complete(limiter.Send(now), AttemptOutcome.Answered, now);
        Assert.Equal(rate, limiter.Rate);
        for (; now < grows + 2; now += 0.1)
            limiter.Complete(limiter.Send(now), AttemptOutcome.Answered, now);
        Assert.True(limiter.Rate > rate);
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

    [Fact]
    public void Where_a_rate_has_held_a_hint_of_no_time_does_not_shorten_the_pause()
    {
        var limiter = new AdaptiveLimiter(new PacingLog());
        limiter.Complete(limiter.Send(0), AttemptOutcome.Answered, 0.1);
        limiter.Refuse(limiter.Send(0.2), hint: 1, 0.3);
        limiter.Complete(limiter.Send(1.3), AttemptOutcome.Answered, 1.4);

        limiter.Refuse(limiter.Send(1.5), hint: 0, 1.6);

        Assert.Equal(1 / limiter.Rate, limiter.NextSend(1.6) - 1.6, 6);
        Assert.InRange(1 / limiter.Rate, 0.06, 0.5);
    }

    /// <summary>Sends requests, a refused request, and then an accepted test.</summary>
    /// <param name="passed">The seconds between the refusal and the test.</param>
    /// <returns>When the test was sent.</returns>
    private static double ResumeAfterHint(AdaptiveLimiter limiter, double hint, double passed)
    {
        var now = 0d;
        for (var i = 0; i < 20; i++, now += 0.1) limiter.Complete(limiter.Send(now), AttemptOutcome.Answered, now);
        limiter.Refuse(limiter.Send(now), hint, now);
        now += passed;
        limiter.Complete(limiter.Send(now), AttemptOutcome.Answered, now);
        return now;
    }
}
