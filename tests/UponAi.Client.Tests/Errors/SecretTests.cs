using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Errors;

/// <summary>The token is in the Authorization header and nowhere else.</summary>
public sealed class SecretTests
{
    public static TheoryData<string, Reply> Failures => new()
    {
        { "echoed in an error", Reply.Json(UpdateAnswers.Error("Bad header: Bearer " + Settings.Token), 400) },
        { "echoed in a page", Reply.Text("<html>Authorization: Bearer " + Settings.Token + "</html>", "text/html", 200) },
        { "echoed in a message", Reply.Json("{\"success\":false,\"message\":\"" + Settings.Token + "\"}") },
        { "refused", Reply.Json(UpdateAnswers.Error("No."), 401) },
        { "rejected", Reply.Json("""{"success":false}""") },
        { "unavailable", Reply.Json("", 503) },
        { "redirected", Reply.Json("", 302, ("Location", "https://other.example/")) },
        { "unreadable", Reply.Json("x") },
        { "wrong", Reply.Json("[]") },
        { "cut off", Reply.CutOff("{\"success\":true}") },
        { "reset", Reply.Reset() },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task No_error_shows_the_token(string what, Reply reply)
    {
        await using var platform = Platform.AlwaysAnswering(reply);

        var error = await platform.FailAsync(Ask.Inbound("agent_a"));

        Assert.Equal("Bearer " + Settings.Token, platform.Server.Requests[0].Header("Authorization"));
        AssertNoSecret(error);
        Assert.True(error.Request!.ToString().StartsWith("PUT /api/numbers/%2B14155550100/agent: ", StringComparison.Ordinal), what);
    }

    [Fact]
    public async Task No_TLS_error_shows_the_token()
    {
        await using var platform = Platform.Of(ScriptedServer.StartTls(TestCertificates.SelfSigned()));

        AssertNoSecret(await platform.FailAsync(Ask.Inbound("agent_a")));
    }

    [Fact]
    public async Task No_cancellation_shows_the_token()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Silence());
        using var cancelling = new CancellationTokenSource();

        var update = platform.Client.UpdateAsync(Ask.Inbound("agent_a"), Ask.Scope, cancelling.Token);
        await platform.Server.WaitForRequestsAsync(1, Patience.Token);
        await cancelling.CancelAsync();

        AssertNoSecret(await Assert.ThrowsAnyAsync<OperationCanceledException>(() => update));
    }

    private static void AssertNoSecret(Exception error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            Assert.DoesNotContain(Settings.Token, cause.ToString(), StringComparison.Ordinal);
            Assert.Empty(cause.Data);
        }
    }
}
