using System.Net;

namespace UponAi.Tools.Tests.Sandbox;

public sealed class StatisticsTests
{
    private const string Number = "+14155550103";

    [Fact]
    public async Task Requests_are_counted_by_status_and_by_number()
    {
        await using var caller = await Caller.StartAsync();
        await caller.AssignAsync(Number, "");
        await caller.AssignAsync(Number, "");
        await caller.AssignAsync(Number, "\"foo\": 1");
        await caller.GetAsync("api/nowhere");
        caller.UseToken(null);

        var statistics = (await caller.GetAsync("sandbox/stats")).Json;
        var puts = (await caller.GetAsync($"sandbox/numbers/{Uri.EscapeDataString(Number)}/puts")).Json;

        Assert.Equal("""{"requests":4,"byStatus":{"200":2,"400":1,"404":1},"lost":0}""", statistics.GetRawText());
        Assert.Equal("""{"applied":2,"answered":2}""", puts.GetRawText());
        Assert.Equal(4, caller.Server.Requests.Total);
        Assert.Equal(2, caller.Server.Requests.ByStatus[200]);
        Assert.Equal((2, 2), (caller.Now(Number).AppliedPuts, caller.Now(Number).AnsweredPuts));
    }

    [Fact]
    public async Task The_puts_of_an_unknown_number_are_404()
    {
        await using var caller = await Caller.StartAsync();

        var reply = await caller.GetAsync("sandbox/numbers/1/puts");

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.NotEmpty(reply.Error);
    }

    [Fact]
    public async Task A_caller_who_does_not_wait_for_the_answer_is_counted_as_lost()
    {
        await using var caller = await Caller.StartAsync(new() { Latency = TimeSpan.FromHours(1) });
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var request = Caller.Put(Number, Caller.Body("\"isTimeRoutingEnabled\": true"));

        var sending = caller.SendForHeadersAsync(request, giveUp.Token);
        await Until(() => caller.Now(Number).AppliedPuts == 1);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await Until(() => caller.Server.Requests.Lost == 1);
        Assert.True(caller.Now(Number).Bindings.IsTimeRoutingEnabled);
        Assert.Equal(0, caller.Now(Number).AnsweredPuts);
        Assert.Empty(caller.Server.Requests.ByStatus);
    }

    private static async Task Until(Func<bool> condition)
    {
        while (!condition()) await Task.Delay(5, TestContext.Current.CancellationToken);
    }
}
