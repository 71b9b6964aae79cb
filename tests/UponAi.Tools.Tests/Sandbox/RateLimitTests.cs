using System.Globalization;
using System.Net;

namespace UponAi.Tools.Tests.Sandbox;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Beyond_the_burst_it_is_429_until_the_time_it_names()
    {
        await using var caller = await Caller.StartAsync(new() { RateLimit = 1, Burst = 2 });

        List<Reply> replies = [];
        do replies.Add(await caller.AssignAsync("101", ""));
        while (replies[^1].Status == HttpStatusCode.OK);

        Assert.True(replies.Count > 2, "The burst was cut short.");
        Assert.Equal(HttpStatusCode.TooManyRequests, replies[^1].Status);
        Assert.NotEmpty(replies[^1].Error);
        var seconds = int.Parse(replies[^1].Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture);
        Assert.InRange(seconds, 1, 2);
        Assert.Equal(replies.Count - 1, caller.Now("101").AppliedPuts);

        do await Task.Delay(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);
        while ((await caller.AssignAsync("101", "")).Status != HttpStatusCode.OK);
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
