using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Sending;

/// <summary>How long the queue is, is not a request's affair: its time runs from its first turn.</summary>
public sealed class QueueingTests
{
    [Fact]
    public async Task A_wait_for_the_first_turn_that_is_longer_than_the_total_timeout_fails_nothing()
    {
        var server = ScriptedServer.Start(request => Reply.Json(
            UpdateAnswers.Agreeing(request), 200, ("RateLimit-Remaining", "0"), ("RateLimit-Reset", "50")));
        await using var platform =
            Platform.Of(server, Settings.For(server.BaseUri, totalTimeout: TimeSpan.FromSeconds(10)));

        await platform.UpdateAsync(TestAssignments.Inbound("agent_a", "101"));
        var outcome = await platform.UpdateAsync(TestAssignments.Inbound("agent_a", "102"));

        Assert.Equal([TimeSpan.FromSeconds(50)], platform.Time.Waits);
        Assert.Equal("PUT /api/numbers/102/agent: 200, 1 attempt, 0 ms", outcome.Request.ToString());
    }

    [Fact]
    public async Task Each_request_of_a_spent_allowance_waits_for_the_next()
    {
        await using var platform = Platform.Of(ScriptedServer.Start(request => Reply.Json(
            UpdateAnswers.Agreeing(request), 200, ("RateLimit-Remaining", "0"), ("RateLimit-Reset", "50"))));

        for (var i = 0; i < 4; i++) await platform.UpdateAsync(TestAssignments.Inbound("agent_a", $"10{i}"));

        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(50), 3), platform.Time.Waits);
    }

    [Fact]
    public async Task Attempts_that_broke_spend_nothing_of_an_allowance()
    {
        await using var platform = Platform.Answering(
            Reply.Reset(), Reply.Reset(), Reply.Reset(),
            Reply.Json(UpdateAnswers.Of(), 200, ("RateLimit-Remaining", "2"), ("RateLimit-Reset", "50")),
            Reply.Json(UpdateAnswers.Of()));

        await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));
        await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));

        Assert.DoesNotContain(TimeSpan.FromSeconds(50), platform.Time.Waits);
    }

    [Fact]
    public async Task A_request_that_waits_for_its_turn_ends_when_the_connection_is_closed()
    {
        var server = ScriptedServer.Start(request => Reply.Json(
            UpdateAnswers.Agreeing(request), 200, ("RateLimit-Remaining", "0"), ("RateLimit-Reset", "50")));
        await using var platform = Platform.Of(server, holdsWaits: true);
        await platform.UpdateAsync(TestAssignments.Inbound("agent_a", "101"));

        var waiting = platform.FailAsync(TestAssignments.Inbound("agent_a", "102"));
        await platform.Time.Waiting.WaitAsync(TestTimeout.Token);
        platform.Client.Dispose();

        Assert.Equal(UponAiError.NotConnected, (await waiting).Error);
        Assert.Single(platform.Server.Requests);
    }
}
