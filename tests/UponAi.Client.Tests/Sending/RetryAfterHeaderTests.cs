using Microsoft.Extensions.Time.Testing;
using UponAi.Client.Messages;
using UponAi.Client.Tests.Fixtures;

namespace UponAi.Client.Tests.Sending;

public sealed class RetryAfterHeaderTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("250", 250)]
    [InlineData("1500.25", 1500.25)]
    [InlineData("60000", 60_000)]
    [InlineData("60001", 60_000)]
    [InlineData("999999999999999999999", 60_000)]
    public void Milliseconds_are_read_and_bounded(string value, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Read(("retry-after-ms", value)));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("60", 60)]
    [InlineData("61", 60)]
    [InlineData("2147483647", 60)]
    [InlineData("Mon, 20 Apr 2026 12:00:20 GMT", 20)]
    [InlineData("Mon, 20 Apr 2026 12:01:01 GMT", 60)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 60)]
    [InlineData("Mon, 20 Apr 2026 11:59:59 GMT", 0)]
    [InlineData("Monday, 20-Apr-26 12:00:20 GMT", 20)]
    public void Seconds_and_dates_are_read_and_bounded(string value, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Read(("Retry-After", value)));

    [Theory]
    [InlineData("Retry-After", "")]
    [InlineData("Retry-After", "-1")]
    [InlineData("Retry-After", "1.5")]
    [InlineData("Retry-After", "5 minutes")]
    [InlineData("Retry-After", "2026-04-20T12:00:20Z")]
    [InlineData("retry-after-ms", "")]
    [InlineData("retry-after-ms", "-1")]
    [InlineData("retry-after-ms", "-9999999999999999999999")]
    [InlineData("retry-after-ms", "1,5")]
    [InlineData("retry-after-ms", "1e3")]
    [InlineData("retry-after-ms", "NaN")]
    [InlineData("X-RateLimit-Reset", "5")]
    public void Anything_else_is_no_hint(string name, string value) => Assert.Null(Read((name, value)));

    [Fact]
    public void Milliseconds_come_first() =>
        Assert.Equal(TimeSpan.FromMilliseconds(10), Read(("Retry-After", "20"), ("retry-after-ms", "10")));

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("-9999999999999999999999")]
    public void Milliseconds_without_sense_leave_it_to_the_seconds(string value) =>
        Assert.Equal(TimeSpan.FromSeconds(20), Read(("retry-after-ms", value), ("Retry-After", "20")));

    private static TimeSpan? Read(params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage();
        foreach (var (name, value) in headers) Assert.True(response.Headers.TryAddWithoutValidation(name, value));
        return RetryAfterHeader.Read(response.Headers, new FakeTimeProvider(SkippingTime.Noon));
    }
}
