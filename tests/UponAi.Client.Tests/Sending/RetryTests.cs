using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Sending;

public sealed class RetryTests
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(8);

    [Theory]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(301)]
    [InlineData(307)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(407)]
    [InlineData(409)]
    [InlineData(410)]
    [InlineData(413)]
    [InlineData(422)]
    [InlineData(425)]
    [InlineData(451)]
    public async Task These_statuses_are_never_tried_again(int status)
    {
        await using var platform =
            Platform.AlwaysAnswering(Reply.Bytes([], contentType: null, status, ("Retry-After", "1")));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal((status, 1), (error.StatusCode, error.Request!.Attempts));
        Assert.Single(platform.Server.Requests);
        Assert.Empty(platform.Time.Waits);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task These_statuses_are_not_retried_if_their_body_is_cut_off(int status)
    {
        await using var platform = Platform.AlwaysAnswering(
            Reply.Raw(
                $"HTTP/1.1 {status} No\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n"
                + "{\"error\":\"Half").ThenClose());

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal((status, 1), (error.StatusCode, error.Request!.Attempts));
        Assert.NotEqual(UponAiError.InvalidResponse, error.Error);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public async Task The_number_of_retries_is_the_connections(int retries)
    {
        var server = ScriptedServer.Start(_ => Reply.Json("", 503));
        await using var platform = Platform.Of(server, Settings.For(server.BaseUri, retries));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal(retries + 1, error.Request!.Attempts);
        Assert.Equal(retries + 1, server.Requests.Count);
        Assert.Equal(retries, platform.Time.Waits.Count);
    }

    [Fact]
    public async Task Without_retries_a_reset_is_reported_at_once()
    {
        var server = ScriptedServer.Start(_ => Reply.Reset());
        await using var platform = Platform.Of(server, Settings.For(server.BaseUri, retries: 0));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal(UponAiError.ConnectionFailed, error.Error);
        Assert.Contains(" Tried once. ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_hint_the_waits_are_random_and_bounded()
    {
        var server = ScriptedServer.Start(_ => Reply.Json("", 500));
        await using var platform = Platform.Of(server, Settings.For(server.BaseUri, retries: 12));

        await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal(12, platform.Time.Waits.Count);
        Assert.All(platform.Time.Waits, wait => Assert.InRange(wait, TimeSpan.FromTicks(1), LongestBackoff));
        Assert.True(platform.Time.Waits.Distinct().Count() > 2);
    }

    [Theory]
    [InlineData("17")]
    [InlineData("1")]
    [InlineData(null)]
    public async Task Refusals_for_the_rate_are_repeated_until_the_total_timeout_whatever_the_number_of_retries(
        string? retryAfter)
    {
        var server = ScriptedServer.Start(
            _ =>
                Reply.Json(UpdateAnswers.Error("Busy."), 429, retryAfter is null ? [] : [("Retry-After", retryAfter)]));
        await using var platform = Platform.Of(server, Settings.For(server.BaseUri, retries: 1));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal((UponAiError.RateLimited, 429), (error.Error, error.StatusCode));
        Assert.InRange(error.Request!.Attempts, 20, 2000);
        Assert.InRange(error.Request.Elapsed, TimeSpan.FromSeconds(900), TimeSpan.FromSeconds(1100));
    }

    [Fact]
    public async Task Without_retries_not_even_a_refusal_for_the_rate_is_repeated()
    {
        var server = ScriptedServer.Start(_ => Reply.Json("", 429, ("Retry-After", "1")));
        await using var platform = Platform.Of(server, Settings.For(server.BaseUri, retries: 0));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal((UponAiError.RateLimited, 1), (error.Error, error.Request!.Attempts));
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(null)]
    public async Task One_request_at_a_time_finds_an_outage_by_the_failures_of_the_request_before(int? status)
    {
        const int whileDown = 20;
        await using var platform = AfterOneGoodResponse(
            number => number > whileDown ? null : status is { } code ? Reply.Json("", code) : Reply.Reset());
        await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));
        var outcome = await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal(5, error.Request!.Attempts);
        Assert.Equal(whileDown - 5 + 1, outcome.Request.Attempts);
    }

    [Fact]
    public async Task Errors_of_the_platform_for_one_request_say_nothing_about_the_next()
    {
        await using var platform = AfterOneGoodResponse(_ => Reply.Json("", 500));
        await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));

        for (var i = 0; i < 4; i++)
        {
            var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));
            Assert.Equal(5, error.Request!.Attempts);
        }
    }

    [Fact]
    public async Task A_request_that_waits_for_its_retry_holds_no_place()
    {
        await using var platform =
            Platform.Answering(Reply.Reset(), Reply.Json("", 503), Reply.Json(UpdateAnswers.Of()));
        var gate = new RecordingGate();

        await platform.Client.UpdateAsync(
            TestAssignments.Inbound("agent_a"), TestAssignments.Scope, gate, TestTimeout.Token);

        Assert.Equal(
            Enumerable.Repeat(new[] { "enter", "sending", "leave" }, 3).SelectMany(steps => steps),
            gate.Steps);
    }

    [Fact]
    public async Task An_attempt_that_the_gate_keeps_back_is_not_sent_and_the_place_is_given_back()
    {
        await using var platform = Platform.Agreeing();
        var gate = new RecordingGate { Refusal = new UponAiException(UponAiError.JournalFailed, "No.") };

        var error = await Assert.ThrowsAsync<UponAiException>(
            () =>
                platform.Client.UpdateAsync(
                    TestAssignments.Inbound("agent_a"), TestAssignments.Scope, gate, TestTimeout.Token));

        Assert.Same(gate.Refusal, error);
        Assert.Equal(["enter", "sending", "leave"], gate.Steps);
        Assert.Empty(platform.Server.Requests);
    }

    [Fact]
    public async Task The_time_of_the_waits_is_in_the_summary()
    {
        await using var platform = Platform.Answering(
            Reply.Json("", 429, ("Retry-After", "3")),
            Reply.Json("", 503, ("retry-after-ms", "250")),
            Reply.Json(UpdateAnswers.Of()));

        var outcome = await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal("PUT /api/numbers/%2B14155550100/agent: 200, 3 attempts, 3250 ms", outcome.Request.ToString());
    }

    /// <summary>Creates a platform that makes the first change.</summary>
    /// <param name="reply">Returns the response to a later request, counted from 1, or null for a change.</param>
    private static Platform AfterOneGoodResponse(Func<int, Reply?> reply)
    {
        var count = -1;
        return Platform.Of(ScriptedServer.Start(request =>
            (Interlocked.Increment(ref count) is > 0 and var number ? reply(number) : null)
            ?? Reply.Json(UpdateAnswers.Agreeing(request))));
    }

    private sealed class RecordingGate : IRequestGate
    {
        internal List<string> Steps { get; } = [];

        internal UponAiException? Refusal { get; init; }

        public Task EnterAsync(CancellationToken cancellationToken)
        {
            Steps.Add("enter");
            return Task.CompletedTask;
        }

        public void OnSending()
        {
            Steps.Add("sending");
            if (Refusal is not null) throw Refusal;
        }

        public void Leave() => Steps.Add("leave");
    }
}
