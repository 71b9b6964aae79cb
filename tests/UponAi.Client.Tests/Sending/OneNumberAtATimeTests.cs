using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Sending;

/// <summary>Two requests for one number never overlap, whoever of a connection's users makes them.</summary>
public sealed class OneNumberAtATimeTests
{
    [Fact]
    public async Task The_second_request_for_a_number_waits_for_the_first_and_another_number_does_not()
    {
        var answering = new TaskCompletionSource();
        await using var platform = Platform.Of(ScriptedServer.Start(request =>
            request.Target.Contains("/101/", StringComparison.Ordinal)
                ? Reply.Json(UpdateAnswers.Agreeing(request)).After(answering.Task)
                : Reply.Json(UpdateAnswers.Agreeing(request))));

        var first = platform.UpdateAsync(TestAssignments.Inbound("agent_a", "101"));
        var second = platform.UpdateAsync(TestAssignments.Inbound("agent_b", "101"));
        await platform.UpdateAsync(TestAssignments.Inbound("agent_a", "102"));
        await platform.Server.WaitForRequestsAsync(2, TestTimeout.Token);
        Assert.Single(platform.Server.Requests, request => request.Target.Contains("/101/", StringComparison.Ordinal));
        answering.SetResult();

        Assert.Equal("agent_a", (await first).PhoneNumber.GetInbound()[0].AgentId);
        Assert.Equal("agent_b", (await second).PhoneNumber.GetInbound()[0].AgentId);
    }

    [Fact]
    public async Task All_who_wait_for_a_number_get_it_in_their_order()
    {
        var answering = new TaskCompletionSource();
        await using var platform = Platform.Of(
            ScriptedServer.Start(request => Reply.Json(UpdateAnswers.Agreeing(request)).After(answering.Task)));

        var updates = new[] { "agent_a", "agent_b", "agent_c", "agent_d" }.Select(
            agent => platform.UpdateAsync(TestAssignments.Inbound(agent))).ToArray();
        await platform.Server.WaitForRequestsAsync(1, TestTimeout.Token);
        answering.SetResult();

        var outcomes = await Task.WhenAll(updates).WaitAsync(TestTimeout.Token);
        Assert.Equal(
            ["agent_a", "agent_b", "agent_c", "agent_d"],
            outcomes.Select(outcome => outcome.PhoneNumber.GetInbound()[0].AgentId));
        Assert.All(
            platform.Server.Requests.Zip(outcomes),
            pair =>
                Assert.Contains(
                    pair.Second.PhoneNumber.GetInbound()[0].AgentId,
                    pair.First.Body,
                    StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_is_given_up_while_it_waits_leaves_the_turn_to_the_next()
    {
        var answering = new TaskCompletionSource();
        await using var platform = Platform.Of(
            ScriptedServer.Start(request => Reply.Json(UpdateAnswers.Agreeing(request)).After(answering.Task)));
        using var cancelling = new CancellationTokenSource();

        var first = platform.UpdateAsync(TestAssignments.Inbound("agent_a"));
        var second =
            platform.Client.UpdateAsync(TestAssignments.Inbound("agent_b"), TestAssignments.Scope, cancelling.Token);
        var third = platform.UpdateAsync(TestAssignments.Inbound("agent_c"));
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        answering.SetResult();

        await first;
        Assert.Equal("agent_c", (await third).PhoneNumber.GetInbound()[0].AgentId);
        Assert.Equal(2, platform.Server.Requests.Count);
    }
}
