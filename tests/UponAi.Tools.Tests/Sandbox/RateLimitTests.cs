using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace UponAi.Tools.Tests.Sandbox;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Beyond_the_burst_it_is_429_until_the_time_it_names()
    {
        var clock = new FakeTimeProvider();
        await using var caller = await Caller.StartAsync(new() { RateLimit = 1, Burst = 2, Clock = clock });

        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.OK, (await caller.AssignAsync("101", "")).Status);
        var refused = await caller.AssignAsync("101", "");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.NotEmpty(refused.Error);
        Assert.Equal("1", refused.Headers.GetValues("Retry-After").Single());
        Assert.Equal(2, caller.Now("101").AppliedPuts);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await caller.AssignAsync("101", "")).Status);
    }

    [Fact]
    public async Task One_limit_holds_for_all_callers_and_leaves_the_statistics_alone()
    {
        await using var caller = await Caller.StartAsync(new() { RateLimit = 1, Burst = 1 });

        while ((await caller.GetAsync("api/agents?workspaceId=1")).Status == HttpStatusCode.OK)
        {
        }

        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("sandbox/stats")).Status);
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("sandbox/stats")).Status);
    }
}
