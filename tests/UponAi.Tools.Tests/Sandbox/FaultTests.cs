using System.Net;
using System.Text.Json;

namespace UponAi.Tools.Tests.Sandbox;

public sealed class FaultTests
{
    private const string Number = "+14155550103";
    private const int Requests = 60;
    private const int FirstIsSlow = 0;

    [Fact]
    public async Task The_same_seed_gives_the_same_faults()
    {
        var first = await OutcomesAsync(rate: 0.5, seed: 7);
        var again = await OutcomesAsync(rate: 0.5, seed: 7);
        var other = await OutcomesAsync(rate: 0.5, seed: 8);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count(outcome => outcome != "200"), Requests / 5, Requests / 2);
    }

    [Fact]
    public async Task Without_a_rate_there_are_none() =>
        Assert.All(await OutcomesAsync(rate: 0, seed: 7), outcome => Assert.Equal("200", outcome));

    [Fact]
    public async Task Every_kind_of_fault_happens() =>
        Assert.Equal(["200", "429", "503", "reset", "truncated"], (await OutcomesAsync(rate: 1, seed: 1))
            .Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_slow_body_begins_and_a_caller_who_gives_up_finds_the_change_made()
    {
        await using var caller = await Caller.StartAsync(
            new() { FaultRate = 1, Seed = FirstIsSlow, SlowBodyDelay = TimeSpan.FromHours(1) });
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var request = Caller.Put(Number, Caller.Body(Webhook(1)));
        using var response = await caller.SendForHeadersAsync(request, giveUp.Token);
        await using var body = await response.Content.ReadAsStreamAsync(giveUp.Token);
        var half = new byte[response.Content.Headers.ContentLength!.Value / 2];
        await body.ReadExactlyAsync(half, giveUp.Token);

        var rest = body.ReadAsync(half, giveUp.Token).AsTask();
        Assert.False(rest.IsCompleted);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rest);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Url(1), caller.Now(Number).Bindings.InboundWebhookUrl);
        Assert.Equal(0, caller.Now(Number).AnsweredPuts);
    }

    /// <summary>
    /// Sends requests one after another. Checks that the sandbox made a change whose response was lost, but not a
    /// refused change.
    /// </summary>
    private static async Task<List<string>> OutcomesAsync(double rate, int seed)
    {
        await using var caller = await Caller.StartAsync(
            new() { FaultRate = rate, Seed = seed, SlowBodyDelay = TimeSpan.FromMilliseconds(1) });
        List<string> outcomes = [];
        for (var i = 0; i < Requests; i++)
        {
            var before = caller.Now(Number);
            var outcome = await OutcomeAsync(caller, i);
            var now = caller.Now(Number);
            var isDone = outcome is not ("429" or "503");
            Assert.Equal(isDone ? Url(i) : before.Bindings.InboundWebhookUrl, now.Bindings.InboundWebhookUrl);
            Assert.Equal(before.AppliedPuts + (isDone ? 1 : 0), now.AppliedPuts);
            Assert.Equal(before.AnsweredPuts + (outcome == "200" ? 1 : 0), now.AnsweredPuts);
            outcomes.Add(outcome);
        }

        Assert.Equal(Requests, caller.Server.Requests.Total);
        return outcomes;
    }

    private static async Task<string> OutcomeAsync(Caller caller, int i)
    {
        HttpResponseMessage response;
        try
        {
            using var request = Caller.Put(Number, Caller.Body(Webhook(i)));
            response = await caller.SendForHeadersAsync(request, TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException)
        {
            return "reset";
        }

        using (response)
        {
            try
            {
                var reply = await Reply.ReadAsync(response);
                if (reply.Status != HttpStatusCode.OK) Assert.NotEmpty(reply.Error);
                return $"{(int)reply.Status}";
            }
            catch (HttpRequestException)
            {
                return "truncated";
            }
        }
    }

    private static string Url(int i) => $"https://example.com/{i}";

    private static string Webhook(int i) => $"\"inboundWebhookUrl\": {JsonSerializer.Serialize(Url(i))}";
}
