using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Sending;

/// <summary>An answer's own word on when to come back is followed.</summary>
public sealed class HintedWaitTests
{
    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Every_retried_status_may_say_how_long_to_wait(int status) =>
        Assert.Equal([TimeSpan.FromSeconds(17)], await WaitsAsync(Reply.Json("", status, ("Retry-After", "17"))));

    [Fact]
    public async Task Milliseconds_come_before_seconds() =>
        Assert.Equal(
            [TimeSpan.FromMilliseconds(1234)],
            await WaitsAsync(Reply.Json("", 429, ("Retry-After", "17"), ("Retry-After-MS", "1234"))));

    [Fact]
    public async Task A_date_is_waited_for() =>
        Assert.Equal(
            [TimeSpan.FromSeconds(20)],
            await WaitsAsync(Reply.Json("", 503, ("Retry-After", "Mon, 20 Apr 2026 12:00:20 GMT"))));

    [Fact]
    public async Task An_absurd_wait_is_cut_to_a_minute() =>
        Assert.Equal([TimeSpan.FromSeconds(60)], await WaitsAsync(Reply.Json("", 503, ("Retry-After", "86400"))));

    [Theory]
    [InlineData("0")]
    [InlineData("Mon, 20 Apr 2026 11:00:00 GMT")]
    public async Task No_wait_is_no_wait(string retryAfter) =>
        Assert.Empty(await WaitsAsync(Reply.Json("", 503, ("Retry-After", retryAfter))));

    [Theory]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("")]
    public async Task An_invalid_hint_is_ignored(string retryAfter) =>
        Assert.InRange(
            Assert.Single(await WaitsAsync(Reply.Json("", 503, ("Retry-After", retryAfter)))),
            TimeSpan.FromTicks(1),
            TimeSpan.FromSeconds(8));

    [Fact]
    public async Task The_hint_of_an_answer_that_is_cut_off_counts_too() =>
        Assert.Equal(
            [TimeSpan.FromSeconds(9)],
            await WaitsAsync(
                Reply.Raw("HTTP/1.1 503 Busy\r\nRetry-After: 9\r\nContent-Length: 100\r\n\r\n{").ThenClose()));

    private static async Task<IReadOnlyList<TimeSpan>> WaitsAsync(Reply first)
    {
        await using var platform = Platform.Answering(first, Reply.Json(UpdateAnswers.Of()));
        var outcome = await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));
        Assert.Equal(2, outcome.Request.Attempts);
        return platform.Time.Waits;
    }
}
