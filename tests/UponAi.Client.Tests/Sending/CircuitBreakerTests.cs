using Microsoft.Extensions.Time.Testing;
using UponAi.Client.Sending;
using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Sending;

/// <summary>
/// A token that is refused, or a platform that cannot be reached, fails the remaining requests at once, each with its
/// error.
/// </summary>
public sealed class CircuitBreakerTests
{
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(30);

    [Fact]
    public void Only_one_request_in_half_a_minute_passes_as_a_test()
    {
        var time = new FakeTimeProvider();
        var breaker = new CircuitBreaker(time);
        breaker.OpenForToken();

        for (var i = 0; i < 3; i++)
        {
            time.Advance(Break - TimeSpan.FromSeconds(1));
            Assert.False(breaker.TryPass(out var open));
            Assert.Equal((null, TimeSpan.FromSeconds(1)), (open.Cause, open.UntilNextTest));
            time.Advance(TimeSpan.FromSeconds(1));
            Assert.True(breaker.TryPass(out _));
        }
    }

    [Fact]
    public void A_response_between_two_requests_that_found_nobody_lets_the_rest_pass()
    {
        var breaker = new CircuitBreaker(new FakeTimeProvider());

        for (var i = 0; i < 3; i++)
        {
            breaker.CountUnreachable(new IOException("Nobody."));
            Assert.True(breaker.TryPass(out _));
            breaker.Close();
        }
    }

    [Fact]
    public async Task After_a_refused_token_the_rest_fail_without_a_request()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json("{}", 401));

        var errors = await FailAsync(platform, 50);

        Assert.All(errors, error => Assert.Equal(UponAiError.Unauthorized, error.Error));
        Assert.Single(platform.Server.Requests);
        Assert.Equal((401, 1), (errors[0].StatusCode, errors[0].Request!.Attempts));
        Assert.All(
            errors.Skip(1),
            error =>
                Assert.Equal(
                    (null, 0, TimeSpan.Zero),
                    (error.StatusCode, error.Request!.Attempts, error.Request.Elapsed)));
        Assert.All(errors.Skip(1), error => Assert.Equal(
            "Not sent: the platform refused the token of earlier requests. Generate a token in the "
            + "profile settings at app.uponai.com, and connect again. The next request is let through in 30 "
            + "s.",
            error.Message));
    }

    [Fact]
    public async Task One_refused_token_among_many_good_answers_is_enough()
    {
        var status = 200;
        await using var platform = Platform.Of(
            ScriptedServer.Start(
                request => status == 200 ? Reply.Json(UpdateAnswers.Agreeing(request)) : Reply.Json("{}", status)));
        for (var i = 0; i < 20; i++) await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));

        status = 401;
        await FailAsync(platform, 10);

        Assert.Equal(21, platform.Server.Requests.Count);
    }

    [Fact]
    public async Task After_two_requests_that_found_nobody_the_rest_fail_without_one()
    {
        await using var port = new RefusingPort();
        var settings = Settings.For(port.BaseUri, retries: 1);
        using var client = new UponAiClient(settings, new SkippingTime(settings));

        var errors = new List<UponAiException>();
        for (var i = 0; i < 20; i++)
            errors.Add(
                await Assert.ThrowsAsync<UponAiException>(
                    () =>
                        client.UpdateAsync(
                            TestAssignments.Inbound("agent_a"),
                            TestAssignments.Scope,
                            TestTimeout.Token)));

        Assert.All(errors, error => Assert.Equal(UponAiError.ConnectionFailed, error.Error));
        Assert.Equal([2, 2, .. Enumerable.Repeat(0, 18)], errors.Select(error => error.Request!.Attempts));
        Assert.All(
            errors.Skip(2),
            error =>
                Assert.StartsWith(
                    $"Not sent: no connection to {port.BaseUri.Authority} for earlier requests: ",
                    error.Message,
                    StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_two_requests_without_a_secure_connection_the_rest_fail_with_the_same_error()
    {
        await using var platform = Platform.Of(ScriptedServer.StartTls(TestCertificates.SelfSigned()));

        var errors = await FailAsync(platform, 5);

        Assert.All(errors, error => Assert.Equal(UponAiError.TlsFailed, error.Error));
        Assert.All(
            errors.Skip(2),
            error =>
                Assert.StartsWith(
                    $"Not sent: no connection to {platform.Server.BaseUri.Authority} for earlier requests: ",
                    error.Message,
                    StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_two_requests_without_an_answer_in_time_the_rest_fail_without_one()
    {
        await using var platform = Impatient(_ => Reply.Silence());
        var first = new[]
        {
            platform.FailAsync(TestAssignments.Inbound("agent_a", "101")),
            platform.FailAsync(TestAssignments.Inbound("agent_a", "102"))
        };
        await platform.Server.WaitForRequestsAsync(2, TestTimeout.Token);
        platform.Time.Advance(TimeSpan.FromSeconds(100));
        await Task.WhenAll(first);

        var errors = await FailAsync(platform, 20);

        Assert.All(errors, error => Assert.Equal((UponAiError.Timeout, 0), (error.Error, error.Request!.Attempts)));
        Assert.All(
            errors,
            error =>
                Assert.StartsWith(
                    $"Not sent: {platform.Server.BaseUri.Authority} did not answer earlier requests in time.",
                    error.Message,
                    StringComparison.Ordinal));
        Assert.Equal(2, platform.Server.Requests.Count);
    }

    [Fact]
    public async Task Requests_that_are_given_up_keep_no_other_back()
    {
        await using var platform = Impatient(
            request =>
                request.Target.Contains("/103/", StringComparison.Ordinal) ? Reply.Json(
                    UpdateAnswers.Agreeing(request)) : Reply.Silence());
        using var givingUp = new CancellationTokenSource();
        var given = new[] { "101", "102" }.Select(
            number =>
                platform.Client.UpdateAsync(
                    TestAssignments.Inbound("agent_a", number),
                    TestAssignments.Scope,
                    givingUp.Token)).ToArray();
        await platform.Server.WaitForRequestsAsync(2, TestTimeout.Token);
        await givingUp.CancelAsync();
        foreach (var one in given) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);

        await platform.UpdateAsync(TestAssignments.Inbound("agent_a", "103"));

        Assert.Equal(3, platform.Server.Requests.Count);
    }

    [Fact]
    public async Task One_request_that_breaks_after_one_that_went_well_fails_alone()
    {
        await using var platform = Impatient(
            request =>
                request.Target.Contains("/102/", StringComparison.Ordinal) ? Reply.Reset() : Reply.Json(
                    UpdateAnswers.Agreeing(request)));

        await platform.UpdateAsync(TestAssignments.Inbound("agent_a", "101"));
        Assert.Equal(
            UponAiError.ConnectionFailed,
            (await platform.FailAsync(TestAssignments.Inbound("agent_a", "102"))).Error);

        await platform.UpdateAsync(TestAssignments.Inbound("agent_a", "103"));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(0)]
    public async Task After_the_break_one_request_goes_through_and_closes_it(int status)
    {
        var isWell = false;
        await using var platform = Impatient(
            request =>
                isWell ? Reply.Json(UpdateAnswers.Agreeing(request)) : status == 0 ? Reply.Reset() : Reply.Json(
                    "{}",
                    status));
        await FailAsync(platform, 5);
        isWell = true;

        Assert.StartsWith(
            "Not sent: ",
            (await platform.FailAsync(TestAssignments.Inbound("agent_a"))).Message,
            StringComparison.Ordinal);
        platform.Time.Advance(Break);

        for (var i = 0; i < 5; i++) await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));
        Assert.Equal((status == 401 ? 1 : 2) + 5, platform.Server.Requests.Count);
    }

    [Fact]
    public async Task After_the_break_one_request_that_fails_again_begins_another()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json("{}", 401));
        await FailAsync(platform, 5);
        platform.Time.Advance(Break);

        await FailAsync(platform, 5);

        Assert.Equal(2, platform.Server.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(408)]
    [InlineData(429)]
    public async Task No_other_answer_keeps_requests_back(int status)
    {
        await using var platform = Impatient(_ => Reply.Json("{}", status));

        await FailAsync(platform, 30);

        Assert.Equal(30, platform.Server.Requests.Count);
    }

    private static Platform Impatient(Func<ReceivedRequest, Reply> script)
    {
        var server = ScriptedServer.Start(script);
        return Platform.Of(server, Settings.For(server.BaseUri, retries: 0));
    }

    private static async Task<List<UponAiException>> FailAsync(Platform platform, int count)
    {
        var errors = new List<UponAiException>();
        for (var i = 0; i < count; i++)
            errors.Add(await platform.FailAsync(TestAssignments.Inbound("agent_a", $"1{i:D3}")));
        return errors;
    }
}
