using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>Tests that the number of requests in flight stays within the limit.</summary>
public sealed class ThrottleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task No_more_requests_than_the_limit_are_in_flight(int limit)
    {
        var release = new TaskCompletionSource();
        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(request => ConnectedPlatform.Agree(request).After(release.Task)));

        using var running = platform.Engine.Start(
            "101..112 | Set-UponAiNumberAssignment -InboundAgent agent_a -ThrottleLimit $limit",
            ("limit", limit));
        await platform.Server.WaitForRequestsAsync(limit, TestTimeout.Token);
        var connections = platform.Server.ConnectionCount;
        release.SetResult();
        var outcome = await running.EndAsync();

        Assert.Equal(limit, connections);
        Assert.Equal(limit, platform.Server.ConnectionCount);
        Assert.Equal(Enumerable.Range(101, 12).Select(i => $"{i}"), outcome.Texts);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("257")]
    public async Task The_limit_has_bounds(string limit) =>
        Assert.Contains(
            "'ThrottleLimit'",
            (await ConnectedPlatform.RefusalOfAsync(
                    $"Set-UponAiNumberAssignment 101 agent_a -ThrottleLimit {limit}")).Message(),
            StringComparison.Ordinal);
}
