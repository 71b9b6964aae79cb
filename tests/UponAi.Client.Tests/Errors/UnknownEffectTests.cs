using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Errors;

/// <summary>Tests which errors say that the change may have been made.</summary>
public sealed class UnknownEffectTests
{
    internal const string Warning =
        " The platform may have made the change. Send the request again, unless somebody has changed the number since.";

    private static readonly string Good = UpdateAnswers.Of(UpdateAnswers.FullNumber(TestAssignments.Number));

    public static TheoryData<string, Reply[]> LostChanges => new()
    {
        { "reset", [Reply.Reset()] },
        { "hung up", [Reply.Hangup()] },
        { "reset in the headers", [Reply.ResetInHeaders()] },
        { "cut off", [Reply.CutOff(Good)] },
        { "not JSON", [Reply.Text("<html>", "text/html")] },
        { "a status of success without a state", [Reply.Json("", 202)] },
        { "answered elsewhere", [Reply.Json("", 303, ("Location", "https://other.example/"))] },
        { "a failed gateway", [Reply.Json(UpdateAnswers.Error("Try later"), 502)] },
        { "a failed platform", [Reply.Json("", 500)] },
        { "refused after a failure", [Reply.Json("", 503), Reply.Json(UpdateAnswers.Error("gone"), 404)] },
        { "rejected after a reset", [Reply.Reset(), Reply.Json("""{"success":false,"message":"Locked"}""")] },
        { "too many after a reset", [Reply.Reset(), Reply.Json(UpdateAnswers.Error("Wait!"), 429)] },
    };

    public static TheoryData<string, Reply[]> RefusedChanges => new()
    {
        { "invalid", [Reply.Json(UpdateAnswers.Error("No."), 400)] },
        { "no token", [Reply.Json("", 401)] },
        { "not received", [Reply.Json("", 408)] },
        { "too many", [Reply.Json("", 429)] },
        { "redirected", [Reply.Json("", 302, ("Location", "https://other.example/"))] },
        { "rejected", [Reply.Json("""{"success":false}""")] },
    };

    [Theory]
    [MemberData(nameof(LostChanges))]
    public async Task An_error_warns_after_an_attempt_that_may_have_changed_the_number(string what, Reply[] replies)
    {
        var error = await FailAsync(replies);

        Assert.True(
            error.Message.Contains("." + Warning, StringComparison.Ordinal)
            || error.Message.Contains("!" + Warning, StringComparison.Ordinal),
            $"{what}: {error.Message}");
    }

    [Theory]
    [MemberData(nameof(RefusedChanges))]
    public async Task An_error_does_not_warn_if_the_platform_refused_every_attempt(string what, Reply[] replies)
    {
        var error = await FailAsync(replies);

        Assert.False(error.Message.Contains("may have made", StringComparison.Ordinal), $"{what}: {error.Message}");
    }

    [Fact]
    public async Task An_error_warns_if_the_connection_was_closed_after_the_request_was_sent()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Silence());

        var update = platform.FailAsync(TestAssignments.Inbound("agent_a"));
        await platform.Server.WaitForRequestsAsync(1, TestTimeout.Token);
        platform.Client.Dispose();

        Assert.Equal(
            "This connection was closed. Connect again to get a new one." + Warning, (await update).Message);
    }

    [Fact]
    public async Task The_error_of_a_list_does_not_warn()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Reset());

        var error = await platform.FailToListNumbersAsync();

        Assert.DoesNotContain("may have made", error.Message, StringComparison.Ordinal);
    }

    private static async Task<UponAiException> FailAsync(Reply[] replies)
    {
        var next = 0;
        var server = ScriptedServer.Start(_ => replies[Math.Min(next++, replies.Length - 1)]);
        await using var platform = Platform.Of(server, Settings.For(server.BaseUri, retries: replies.Length - 1));
        return await platform.FailAsync(TestAssignments.Inbound("agent_a"));
    }
}
