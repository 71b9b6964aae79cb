using UponAi.Client.Pacing;

namespace UponAi.Client.Tests.Pacing;

/// <summary>How the rate is found, step by step, with moments and figures that can be worked out by hand.</summary>
public sealed class RateFinderStepTests
{
    private readonly PacingLog log = new();
    private readonly RateFinder finder;

    public RateFinderStepTests() => finder = new RateFinder(log);

    private string LastDecision
    {
        get
        {
            var seen = 0L;
            return log.Since(ref seen)[^1];
        }
    }

    [Fact]
    public void After_the_first_refusal_what_was_let_through_goes_once_more_in_a_fiftieth_of_a_second()
    {
        Take(20, at: 0);
        Refuse(at: 0.002, known: 0.003, wait: 1);
        Assert.Equal(double.PositiveInfinity, finder.Rate);

        finder.Sent(1.003);

        Assert.Equal(20 / 0.02, finder.Rate, 6);
    }

    [Fact]
    public void Of_answers_that_come_after_a_refusal_only_those_to_requests_before_it_count()
    {
        Take(20, at: 0);
        finder.Sent(0.001);
        Refuse(at: 0.002, known: 0.004, wait: 1);
        finder.Accepted(0.001);
        finder.Accepted(0.003);
        finder.Refused(0.003, 0.005, 60);

        finder.Sent(1.004);

        Assert.Equal(21 / 0.02, finder.Rate, 6);
    }

    [Fact]
    public void Before_the_first_refusal_only_the_last_two_seconds_count()
    {
        Take(100, at: 0);
        Take(10, at: 1);
        Take(5, at: 2);
        Refuse(at: 2.5, known: 2.5, wait: 1);

        finder.Sent(3.5);

        Assert.Equal(15 / 0.02, finder.Rate, 6);
    }

    [Fact]
    public void When_what_goes_once_more_is_not_refused_within_a_second_nothing_is_held_back_and_known()
    {
        Refuse(at: 0, known: 0, wait: 1);
        Take(7, at: 1);
        finder.Sent(1.9);
        Assert.Equal(1 / 0.02, finder.Rate, 6);

        Take(3, at: 2);
        Assert.Equal(double.PositiveInfinity, finder.Rate);

        Refuse(at: 2.5, known: 2.5, wait: 1);
        finder.Sent(3.5);
        Assert.Equal(3 / 0.02, finder.Rate, 6);
    }

    [Theory]
    [InlineData(200, 5, 200 / 0.02)]
    [InlineData(200, 6, 2 * 200 / 6.5)]
    [InlineData(2, 6, 4)]
    public void A_burst_that_would_cost_a_long_pause_is_not_repeated_and_requests_begin_slowly(int taken, double wait, double rate)
    {
        Take(taken, at: 0);
        Refuse(at: 0.5, known: 0.5, wait);

        finder.Sent(0.5 + wait);

        Assert.Equal(rate, finder.Rate, 6);
    }

    [Fact]
    public void A_slow_start_goes_faster_in_steps_in_which_something_is_let_through()
    {
        BeginSlowly();

        Take(1, at: 10.05);
        Assert.Equal(4, finder.Rate, 6);
        finder.Sent(10.25);
        Assert.Equal(4 * 1.15, finder.Rate, 6);
        finder.Sent(10.5);
        Assert.Equal(4 * 1.15, finder.Rate, 6);
    }

    [Fact]
    public void A_refusal_in_a_slow_start_settles_a_little_below_what_was_measured()
    {
        Settle();

        // Three beyond the burst in the second before the refusal.
        Assert.Equal(3 * 0.99, finder.Rate, 6);
        Assert.Equal("Pacing: refused again; holding 2.97 requests a second.", LastDecision);
    }

    [Fact]
    public void A_rate_that_holds_is_tried_a_little_above_and_then_further()
    {
        Settle();

        finder.Sent(41.5);
        Assert.Equal(2.97, finder.Rate, 6);
        var rate = 2.97;
        foreach (var (at, factor) in new[] { (42, 1.05), (47, 1.1), (52, 1.2), (57, 1.4), (62, 1.8), (67, 2), (72, 2) })
        {
            finder.Sent(at);
            Assert.Equal(rate *= factor, finder.Rate, 6);
        }

        Assert.Equal("Pacing: no refusal for 5 s; trying 41.49 requests a second.", LastDecision);
    }

    [Fact]
    public void A_refusal_that_measures_nothing_halves_the_rate_and_it_is_soon_tried_above()
    {
        Settle();
        Take(1, at: 12);
        Refuse(at: 12.125, known: 12.125, wait: 1);

        finder.Sent(13.125);
        Assert.Equal(2.97 / 2, finder.Rate, 6);
        finder.Sent(18.125);
        Assert.Equal(2.97 / 2 * 1.05, finder.Rate, 6);
    }

    [Fact]
    public void A_refusal_that_measures_more_lowers_the_rate_a_little_and_it_is_tried_above_later()
    {
        Settle();
        for (var i = 0; i < 60; i++) Take(1, at: 12 + i / 6d);
        Refuse(at: 22, known: 22, wait: 1);

        finder.Sent(23);
        Assert.Equal(2.97 * 0.97, finder.Rate, 6);
        finder.Sent(82);
        Assert.Equal(2.97 * 0.97, finder.Rate, 6);
        finder.Sent(83);
        Assert.Equal(2.97 * 0.97 * 1.05, finder.Rate, 6);
    }

    [Fact]
    public void Where_nothing_is_let_through_the_rate_stays()
    {
        Settle();
        Refuse(at: 12, known: 12, wait: 1);

        finder.Sent(13);

        Assert.Equal(2.97, finder.Rate, 6);
        Assert.Equal("Pacing: refused again, with nothing let through; waiting once more.", LastDecision);
    }

    [Fact]
    public void After_a_reset_nothing_is_known()
    {
        Settle();

        finder.Reset();
        Assert.Equal(double.PositiveInfinity, finder.Rate);
        Take(8, at: 20);
        Refuse(at: 20.5, known: 20.5, wait: 1);
        finder.Sent(21.5);

        Assert.Equal(8 / 0.02, finder.Rate, 6);
    }

    /// <summary>A burst of one, and a pause too long to repeat it: from 10 s on, four a second.</summary>
    private void BeginSlowly()
    {
        Take(1, at: 0);
        Refuse(at: 0, known: 0, wait: 10);
        finder.Sent(10);
        Assert.Equal(4, finder.Rate, 6);
    }

    /// <summary>Four let through in the second from 10 s on, then a refusal: from 12 s on, the rate is held.</summary>
    private void Settle()
    {
        BeginSlowly();
        finder.Accepted(10);
        Take(1, at: 10.25);
        Take(1, at: 10.5);
        Take(1, at: 10.75);
        Refuse(at: 11, known: 11, wait: 1);
        finder.Sent(12);
    }

    private void Take(int count, double at)
    {
        for (var i = 0; i < count; i++)
        {
            finder.Sent(at);
            finder.Accepted(at);
        }
    }

    private void Refuse(double at, double known, double wait)
    {
        finder.Sent(at);
        finder.Refused(at, known, wait);
    }
}
