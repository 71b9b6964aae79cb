using UponAi.Client.Tests.Errors;
using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Sending;

public sealed class TimeoutTests
{
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(100);

    [Fact]
    public async Task An_attempt_without_an_answer_is_given_up_and_the_next_one_counts()
    {
        await using var platform = Platform.Answering(Reply.Silence(), Reply.Json(UpdateAnswers.Of()));

        var update = platform.UpdateAsync(TestAssignments.Inbound("agent_a"));
        await PassAttemptsAsync(platform, 1);

        Assert.Equal(2, (await update).Request.Attempts);
    }

    [Fact]
    public async Task A_body_that_stalls_ends_with_the_attempt_timeout()
    {
        var stall = new Stall();
        var server = ScriptedServer.Start(stall.Reply);
        await using var platform = Platform.Of(server, Settings.For(server.BaseUri, retries: 0));

        var update = platform.FailAsync(TestAssignments.Inbound("agent_a"));
        await stall.Begun.WaitAsync(TestTimeout.Token);
        platform.Time.Advance(Attempt);

        Assert.Equal(UponAiError.Timeout, (await update).Error);
    }

    [Fact]
    public async Task When_every_attempt_has_passed_the_error_says_which_timeout_it_was()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Silence());

        var update = platform.FailAsync(TestAssignments.Inbound("agent_a"));
        await PassAttemptsAsync(platform, 5);
        var error = await update;

        Assert.Equal(UponAiError.Timeout, error.Error);
        Assert.Equal(
            $"No response from {platform.Server.BaseUri.Authority} within the attempt timeout (100 s), "
            + "tried 5 times." + UnknownEffectTests.Warning,
            error.Message);
        Assert.Equal((null, 5), (error.StatusCode, error.Request!.Attempts));
    }

    [Fact]
    public async Task The_total_timeout_ends_an_attempt()
    {
        var server = ScriptedServer.Start(_ => Reply.Silence());
        await using var platform =
            Platform.Of(server, Settings.For(server.BaseUri, totalTimeout: TimeSpan.FromSeconds(2.5)));

        var update = platform.FailAsync(TestAssignments.Inbound("agent_a"));
        await server.WaitForRequestsAsync(1, TestTimeout.Token);
        platform.Time.Advance(TimeSpan.FromSeconds(2.5));
        var error = await update;

        Assert.Equal((UponAiError.Timeout, 1), (error.Error, error.Request!.Attempts));
        Assert.Contains(" within the total timeout (2.5 s), tried once.", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Reply, UponAiError, int?> FirstAttempts => new()
    {

        {
            "busy", Reply.Json(UpdateAnswers.Error("Busy."), 503, ("Retry-After", "50")),
            UponAiError.ServiceUnavailable, 503
        },

        {
            "too many", Reply.Json(UpdateAnswers.Error("Busy."), 429, ("Retry-After", "50")), UponAiError.RateLimited,
            429
        },
        { "cut off", Reply.CutOff("{\"success\":true}"), UponAiError.InvalidResponse, 200 },
        { "reset", Reply.Reset(), UponAiError.ConnectionFailed, null },
    };

    [Theory]
    [MemberData(nameof(FirstAttempts))]
    public async Task When_the_total_timeout_ends_a_wait_the_attempt_before_is_the_error(
        string what, Reply first, UponAiError kind, int? status)
    {
        var server = ScriptedServer.Start(first);
        await using var platform = Platform.Of(
            server,
            Settings.For(server.BaseUri, totalTimeout: TimeSpan.FromSeconds(0.1)),
            holdsWaits: true);

        var update = platform.FailAsync(TestAssignments.Inbound("agent_a"));
        await platform.Time.Waiting.WaitAsync(TestTimeout.Token);
        platform.Time.Advance(TimeSpan.FromSeconds(0.1));
        var error = await update;

        Assert.True((kind, status, 1) == (error.Error, error.StatusCode, error.Request!.Attempts), $"{what}: {error}");
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task When_the_total_timeout_ends_the_wait_after_a_timeout_it_is_a_timeout()
    {
        var server = ScriptedServer.Start(_ => Reply.Silence());
        await using var platform = Platform.Of(
            server,
            Settings.For(server.BaseUri, totalTimeout: Attempt + TimeSpan.FromSeconds(1)),
            holdsWaits: true);

        var update = platform.FailAsync(TestAssignments.Inbound("agent_a"));
        await server.WaitForRequestsAsync(1, TestTimeout.Token);
        platform.Time.Advance(Attempt);
        await platform.Time.Waiting.WaitAsync(TestTimeout.Token);
        platform.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(UponAiError.Timeout, (await update).Error);
        Assert.Single(server.Requests);
    }

    private static async Task PassAttemptsAsync(Platform platform, int count)
    {
        for (var n = 1; n <= count; n++)
        {
            await platform.Server.WaitForRequestsAsync(n, TestTimeout.Token);
            platform.Time.Advance(Attempt);
        }
    }
}
