using System.Globalization;
using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Sending;

public sealed class SocketsTests
{
    [Fact]
    public async Task Requests_in_a_row_share_one_connection_whatever_is_answered()
    {
        await using var platform = Platform.Answering(
            Reply.Json(UpdateAnswers.Of()),
            Reply.Json(UpdateAnswers.Error("No."), 404),
            Reply.Json("", 503),
            Reply.Json("not JSON"),
            Reply.Json(UpdateAnswers.Of()));

        await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));
        await platform.FailAsync(TestAssignments.Inbound("agent_a"));
        await platform.FailAsync(TestAssignments.Inbound("agent_a"));
        await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal([1, 1, 1, 1, 1], platform.Server.Requests.Select(request => request.Connection));
        Assert.Equal(1, platform.Server.ConnectionCount);
    }

    [Fact]
    public async Task A_connection_that_the_platform_closed_meanwhile_is_replaced()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(UpdateAnswers.Of()).ThenClose());

        await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));
        await platform.Server.WaitForClosedConnectionsAsync(1, TestTimeout.Token);
        await platform.UpdateAsync(TestAssignments.Inbound("agent_b"));

        Assert.Equal([1, 2], platform.Server.Requests.Select(request => request.Connection));
    }

    [Fact]
    public async Task Requests_at_the_same_time_do_not_mix()
    {
        await using var platform = Platform.Agreeing();

        var outcomes = await Task.WhenAll(Enumerable.Range(100, 64).Select(n => Task.Run(() => platform.UpdateAsync(
            TestAssignments.Inbound(
                string.Create(CultureInfo.InvariantCulture, $"agent_{n}"),
                n.ToString(CultureInfo.InvariantCulture))))));

        Assert.Equal(64, platform.Server.Requests.Count);
        Assert.Equal(
            Enumerable.Range(100, 64).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}: agent_{n}=1, 1")),
            outcomes.Select(
                outcome =>
                    $"{outcome.PhoneNumber.Number}: {outcome.PhoneNumber.GetInbound()}, {outcome.Request.Attempts}"));
        Assert.All(outcomes, outcome => Assert.Empty(outcome.Warnings));
    }

    [Fact]
    public async Task Closing_the_client_closes_its_connections()
    {
        await using var platform = Platform.Agreeing();
        await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));

        platform.Client.Dispose();

        await platform.Server.WaitForClosedConnectionsAsync(1, TestTimeout.Token);
        Assert.Equal(1, platform.Server.ConnectionCount);
    }
}
