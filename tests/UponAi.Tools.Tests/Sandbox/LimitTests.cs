using System.Globalization;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using UponAi.Sandbox;

namespace UponAi.Tools.Tests.Sandbox;

/// <summary>Tests the limits, outages, errors and slow responses of the sandbox.</summary>
public sealed class LimitTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider clock = new();

    [Theory]
    [InlineData(RateWindow.Sliding)]
    [InlineData(RateWindow.Fixed)]
    [InlineData(RateWindow.Bucket)]
    public async Task A_period_has_no_more_requests_than_the_limit(RateWindow window)
    {
        await using var caller = await Caller.StartAsync(
            new() { RateLimit = 3, RatePeriod = Hour, RateWindow = window });

        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await caller.AssignAsync("101", "")).Status);
        var refused = await caller.AssignAsync("101", "");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.InRange(SecondsOf(refused), window == RateWindow.Bucket ? 600 : 3000, 3600);
        Assert.Equal(3, caller.Now("101").AppliedPuts);
    }

    [Theory]
    [InlineData(RateWindow.Sliding)]
    [InlineData(RateWindow.Fixed)]
    public async Task A_later_period_allows_requests_again(RateWindow window)
    {
        await using var caller = await Caller.StartAsync(
            new() { RateLimit = 1, RatePeriod = Second, RateWindow = window, Clock = clock });

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], await AssignTwiceAsync(caller));
            clock.Advance(Second);
        }
    }

    [Theory]
    [InlineData(7, "7")]
    [InlineData(0, null)]
    public async Task A_refusal_has_the_chosen_time(int retryAfter, string? expected)
    {
        await using var caller = await Caller.StartAsync(
            new() { RateLimit = 1, RatePeriod = Hour, RetryAfter = retryAfter });

        await caller.AssignAsync("101", "");
        var refused = await caller.AssignAsync("101", "");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal(expected, refused.Headers.TryGetValues("Retry-After", out var values) ? values.Single() : null);
    }

    [Fact]
    public async Task Every_second_ten_seconds_have_the_low_limit()
    {
        await using var caller = await Caller.StartAsync(
            new() { RateLimit = 1_000_000, LowRateLimit = 1, RatePeriod = Hour, Clock = clock });

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], await AssignTwiceAsync(caller));
        clock.Advance(10 * Second);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], await AssignTwiceAsync(caller));
        clock.Advance(10 * Second);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], await AssignTwiceAsync(caller));
    }

    [Fact]
    public async Task A_request_beyond_those_at_the_same_time_is_refused_without_a_time()
    {
        await using var caller = await Caller.StartAsync(
            new() { MaxConcurrent = 1, SlowRate = 1, SlowLatency = TimeSpan.FromHours(1) });

        var first = caller.AssignAsync("101", "");
        while (caller.Now("101").AppliedPuts == 0) await Task.Delay(10, TestContext.Current.CancellationToken);
        var refused = await caller.AssignAsync("101", "");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.False(refused.Headers.Contains("Retry-After"));
        Assert.False(first.IsCompleted);
    }

    [Fact]
    public async Task A_request_that_has_ended_leaves_room_for_the_next()
    {
        await using var caller = await Caller.StartAsync(new() { MaxConcurrent = 1 });

        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await caller.AssignAsync("101", "")).Status);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.ServiceUnavailable, 0)]
    [InlineData(1, HttpStatusCode.OK, 1)]
    public async Task An_outage_begins_after_its_time(int hours, HttpStatusCode status, int applied)
    {
        await using var caller = await Caller.StartAsync(
            new() { OutageAfter = TimeSpan.FromHours(hours), OutageLength = Hour });

        Assert.Equal(status, (await caller.AssignAsync("101", "")).Status);
        Assert.Equal(applied, caller.Now("101").AppliedPuts);
    }

    [Fact]
    public async Task An_outage_ends()
    {
        await using var caller = await Caller.StartAsync(new() { OutageLength = Hour, Clock = clock });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await caller.AssignAsync("101", "")).Status);
        clock.Advance(Hour);
        Assert.Equal(HttpStatusCode.OK, (await caller.AssignAsync("101", "")).Status);
    }

    [Fact]
    public async Task An_error_comes_before_anything_is_done()
    {
        await using var caller = await Caller.StartAsync(new() { ErrorRate = 1 });

        Assert.Equal(HttpStatusCode.BadGateway, (await caller.AssignAsync("101", "")).Status);
        Assert.Equal(0, caller.Now("101").AppliedPuts);
    }

    [Fact]
    public async Task A_slow_response_comes_after_the_change()
    {
        await using var caller = await Caller.StartAsync(new() { SlowRate = 1, SlowLatency = Hour });

        var slow = caller.AssignAsync("101", "");
        while (caller.Now("101").AppliedPuts == 0) await Task.Delay(10, TestContext.Current.CancellationToken);

        Assert.False(slow.IsCompleted);
    }

    [Fact]
    public async Task Options_that_contradict_each_other_are_named()
    {
        (SandboxOptions Options, string Problem)[] wrong =
        [
            (new() { LowRateLimit = 1 }, "needs a rate limit"),
            (new() { RateLimit = 1, RateWindow = RateWindow.Fixed, Burst = 1 }, "Only a bucket has a burst"),
            (new() { RateLimit = 1, RatePeriod = TimeSpan.Zero }, "longer than 0"),
            (new() { MaxConcurrent = 0 }, "at least 1"),
            (new() { RetryAfter = -1 }, "Retry-After cannot be negative"),
            (new() { OutageLength = TimeSpan.FromSeconds(-1) }, "cannot be negative"),
            (new() { SlowRate = 1.1 }, "from 0 to 1"),
            (new() { ErrorRate = double.NaN }, "from 0 to 1"),
        ];

        foreach (var (options, problem) in wrong)
        {
            var error = await Assert.ThrowsAsync<ArgumentException>(() => Caller.StartAsync(options));
            Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        }
    }

    private static async Task<HttpStatusCode[]> AssignTwiceAsync(Caller caller) =>
        [(await caller.AssignAsync("101", "")).Status, (await caller.AssignAsync("101", "")).Status];

    private static int SecondsOf(Reply refused) =>
        int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture);
}
