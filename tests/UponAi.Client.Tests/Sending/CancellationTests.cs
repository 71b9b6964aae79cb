using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Sending;

/// <summary>Cancelling ends a request at once, wherever it is, and is never reported as anything else.</summary>
public sealed class CancellationTests : IDisposable
{
    private readonly CancellationTokenSource cancelling = new();

    [Fact]
    public async Task Cancelled_before_it_begins_nothing_is_sent()
    {
        await using var platform = Platform.Agreeing();
        await cancelling.CancelAsync();

        await AssertCancelledAsync(Update(platform));

        Assert.Equal(0, platform.Server.ConnectionCount);
    }

    [Fact]
    public async Task Cancelled_while_it_waits_for_the_answer_the_connection_is_closed()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Silence());

        var update = Update(platform);
        await platform.Server.WaitForRequestsAsync(1, TestTimeout.Token);
        await cancelling.CancelAsync();

        await AssertCancelledAsync(update);
        await platform.Server.WaitForClosedConnectionsAsync(1, TestTimeout.Token);
        Assert.Single(platform.Server.Requests);
    }

    [Fact]
    public async Task Cancelled_inside_the_body_it_does_not_wait_for_the_rest()
    {
        var stall = new Stall();
        await using var platform = Platform.AlwaysAnswering(stall.Reply);

        var update = Update(platform);
        await stall.Begun.WaitAsync(TestTimeout.Token);
        await cancelling.CancelAsync();

        await AssertCancelledAsync(update);
        Assert.Single(platform.Server.Requests);
    }

    [Fact]
    public async Task A_request_cancelled_between_attempts_is_not_sent_again()
    {
        await using var platform = Platform.Of(ScriptedServer.Start(_ => Reply.Json("", 503)), holdsWaits: true);

        var update = Update(platform);
        await platform.Time.Waiting.WaitAsync(TestTimeout.Token);
        await cancelling.CancelAsync();

        await AssertCancelledAsync(update);
        Assert.Single(platform.Server.Requests);
    }

    [Fact]
    public async Task Cancelling_one_request_leaves_the_others_alone()
    {
        var answering = new TaskCompletionSource();
        await using var platform = Platform.AlwaysAnswering(Reply.Json(UpdateAnswers.Of()).After(answering.Task));

        var cancelled = Update(platform);
        var other = platform.UpdateAsync(TestAssignments.Inbound("agent_b", "101"));
        await platform.Server.WaitForRequestsAsync(2, TestTimeout.Token);
        await cancelling.CancelAsync();
        await AssertCancelledAsync(cancelled);
        answering.SetResult();

        Assert.Equal(200, (await other).Request.StatusCode);
    }

    public void Dispose() => cancelling.Dispose();

    private Task<UpdateOutcome> Update(Platform platform) =>
        platform.Client.UpdateAsync(TestAssignments.Inbound("agent_a"), TestAssignments.Scope, cancelling.Token);

    private async Task AssertCancelledAsync(Task<UpdateOutcome> update)
    {
        var cancelled =
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => update.WaitAsync(TestTimeout.Token));
        Assert.Equal(cancelling.Token, cancelled.CancellationToken);
    }
}
