using Microsoft.Extensions.Time.Testing;
using UponAi.Client.Messages;
using UponAi.Client.Tests.Fixtures;

namespace UponAi.Client.Tests.Pacing;

/// <summary>What rate limit headers say, in the forms that are about.</summary>
public sealed class RateLimitStatusTests
{
    [Theory]
    [InlineData("limit=100, remaining=3, reset=7", 3, 7)]
    [InlineData("limit=100;w=60, remaining=0, reset=50", 0, 50)]
    [InlineData("Limit=10,Remaining=0,Reset=0", 0, 0)]
    [InlineData("\"default\";r=0;t=7", 0, 7)]
    [InlineData("\"default\"; r=50; t=30", 50, 30)]
    [InlineData("\"burst\";r=0;t=1, \"daily\";r=900;t=3600", 0, 1)]
    [InlineData("\"daily\";r=900;t=3600, \"burst\";r=0;t=1", 0, 1)]
    [InlineData("\"a\";r=0;t=3, \"b\";r=0;t=9", 0, 9)]
    [InlineData("\"open\";r=10, \"burst\";r=1;t=5", 1, 5)]
    [InlineData("\"r=0;t=99\";r=4;t=2", 4, 2)]
    public void The_one_header_of_the_draft_is_read_in_both_its_forms(string value, long remaining, int reset) =>
        Assert.Equal(new RateLimitStatus(remaining, TimeSpan.FromSeconds(reset)), Read(("RateLimit", value)));

    [Fact]
    public void Policies_may_come_in_headers_of_their_own() =>
        Assert.Equal(
            new RateLimitStatus(0, TimeSpan.FromSeconds(3)),
            Read(("RateLimit", "\"a\";r=5;t=1"), ("RateLimit", "\"b\";r=0;t=3")));

    [Theory]
    [InlineData("RateLimit-Remaining", "RateLimit-Reset")]
    [InlineData("X-RateLimit-Remaining", "X-RateLimit-Reset")]
    [InlineData("x-ratelimit-remaining", "X-RATELIMIT-RESET")]
    public void Two_headers_are_read_with_and_without_the_X(string remaining, string reset) =>
        Assert.Equal(new RateLimitStatus(3, TimeSpan.FromSeconds(7)), Read((remaining, "3"), (reset, "7")));

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("0.25", 0.25)]
    [InlineData("1776686420", 20)]
    [InlineData("1776686399", 0)]
    [InlineData("1776686400.5", 0.5)]
    [InlineData("1776686400500", 0.5)]
    [InlineData("999999999", 86_400)]
    [InlineData("1000000000", 0)]
    public void A_reset_is_a_time_from_now_or_a_moment_since_1970(string reset, double seconds)
    {
        Assert.Equal(1_776_686_400, SkippingTime.Noon.ToUnixTimeSeconds());
        Assert.Equal(
            seconds,
            Read(("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", reset))!.Reset.TotalSeconds,
            3);
    }

    [Theory]
    [InlineData("RateLimit-Remaining", "0")]
    [InlineData("RateLimit-Reset", "7")]
    [InlineData("RateLimit-Limit", "100")]
    [InlineData("RateLimit", "")]
    [InlineData("RateLimit", "limit=100")]
    [InlineData("RateLimit", "remaining=0")]
    [InlineData("RateLimit", "\"default\";r=0")]
    [InlineData("RateLimit", "remaining=-1, reset=7")]
    [InlineData("RateLimit", "remaining=soon, reset=7")]
    [InlineData("Retry-After", "7")]
    public void Half_a_statement_is_none(string name, string value) => Assert.Null(Read((name, value)));

    [Theory]
    [InlineData("", "7")]
    [InlineData("-1", "7")]
    [InlineData("none", "7")]
    [InlineData("0", "-7")]
    [InlineData("0", "soon")]
    [InlineData("0", "NaN")]
    [InlineData("1e3", "7")]
    [InlineData("9999999999999999", "7")]
    public void A_header_that_is_no_number_is_ignored(string remaining, string reset) =>
        Assert.Null(Read(("RateLimit-Remaining", remaining), ("RateLimit-Reset", reset)));

    private static RateLimitStatus? Read(params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage();
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return RateLimitStatus.Read(response.Headers, new FakeTimeProvider(SkippingTime.Noon));
    }
}
