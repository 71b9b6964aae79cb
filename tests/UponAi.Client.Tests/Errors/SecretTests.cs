using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using UponAi.Client.Messages;
using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Errors;

/// <summary>Tests that the token is only in the Authorization header.</summary>
public sealed class SecretTests
{
    public static TheoryData<string, Reply> Failures => new()
    {
        { "echoed in an error", Reply.Json(UpdateAnswers.Error("Bad header: Bearer " + Settings.Token), 400) },

        {
            "echoed in a page",
            Reply.Text("<html>Authorization: Bearer " + Settings.Token + "</html>", "text/html", 200)
        },
        { "echoed in a message", Reply.Json("{\"success\":false,\"message\":\"" + Settings.Token + "\"}") },
        { "echoed with escapes of JSON", Reply.Json("""{"error":"Bearer \u006Bey\u005f5f2c9a71e\u0033"}""", 400) },
        { "echoed with escapes of JSON, as it came", Reply.Json("""{"fault":"Bearer ke\u0079_5f2c9a71e3"}""", 400) },
        { "echoed with escapes of a URL", Reply.Text("token=%6bey%5F5f2c9a71e3", "text/plain", 400) },
        { "echoed alone", Reply.Text(Settings.Token, "text/plain", 400) },
        { "echoed alone with an escape", Reply.Text("%6bey_5f2c9a71e3", "text/plain", 400) },
        { "echoed with escapes of HTML", Reply.Text("<html>key&#95;5f2c9&#x61;71e3</html>", "text/html", 400) },

        {
            "echoed in a header that is none",
            Reply.Raw("HTTP/1.1 200 OK\r\nAuthorization Bearer " + Settings.Token + "\r\n\r\n").ThenClose()
        },
        { "echoed in a status that is none", Reply.Raw("Bearer " + Settings.Token + "\r\n\r\n").ThenClose() },
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

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal("Bearer " + Settings.Token, platform.Server.Requests[0].Header("Authorization"));
        AssertNoSecret(error);
        Assert.True(
            error.Request!.ToString().StartsWith("PUT /api/numbers/%2B14155550100/agent: ", StringComparison.Ordinal),
            what);
    }

    [Fact]
    public async Task No_TLS_error_shows_the_token()
    {
        await using var platform = Platform.Of(ScriptedServer.StartTls(TestCertificates.SelfSigned()));

        AssertNoSecret(await platform.FailAsync(TestAssignments.Inbound("agent_a")));
    }

    [Fact]
    public async Task No_cancellation_shows_the_token()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Silence());
        using var cancelling = new CancellationTokenSource();

        var update =
            platform.Client.UpdateAsync(TestAssignments.Inbound("agent_a"), TestAssignments.Scope, cancelling.Token);
        await platform.Server.WaitForRequestsAsync(1, TestTimeout.Token);
        await cancelling.CancelAsync();

        AssertNoSecret(await Assert.ThrowsAnyAsync<OperationCanceledException>(() => update));
    }

    [Theory]
    [InlineData("12345678", "********")]
    [InlineData("1234567", "1234567")]
    public void One_of_less_than_eight_characters_may_be_an_innocent_word(string token, string shown)
    {
        var body = Encoding.UTF8.GetBytes(token);
        var redactor = new TokenRedactor(BearerToken.Protect(token));

        redactor.Redact(body);

        Assert.Equal((shown, shown), (Encoding.UTF8.GetString(body), redactor.Redact(token)));
    }

    [Fact]
    public async Task A_token_of_asterisks_is_overwritten_once()
    {
        var redactor = new TokenRedactor(BearerToken.Protect("********"));

        await TestTimeout.ForAsync(Task.Run(
            () => redactor.Redact("Bearer ********"u8.ToArray()), TestTimeout.Token));
    }

    [Theory]
    [InlineData("key+5f2c9a71e3", "**************")]
    [InlineData("[key+5f2c9a71e3, key+5f2c9a71e3]", "[**************, **************]")]
    [InlineData(@"key\+5f2c9a71e3", "**************")]
    [InlineData(@"\u006bey\u002b5f2c9a71e3", "**************")]
    [InlineData(@"a\u002Fb: key\u002B5f2c9a71e3", "a/b: **************")]
    [InlineData("key%2b5f2c9a71e3", "**************")]
    [InlineData("key%2B5f2c9a71e3", "**************")]
    [InlineData("key&#43;5f2c9a71e3", "**************")]
    [InlineData("key&#00043;5f2c9a71e3", "**************")]
    [InlineData("key&#x2b;5f2c9a71e3", "**************")]
    [InlineData("key&#X2B;5f2c9a71e3", "**************")]
    [InlineData("key&plus;5f2c9a71e3", "key&plus;5f2c9a71e3")]
    [InlineData(@"%6bey\u002b5f2c9&#x61;71e3", "**************")]
    public void The_token_is_hidden_however_it_is_escaped(string text, string shown) =>
        Assert.Equal(shown, new TokenRedactor(BearerToken.Protect("key+5f2c9a71e3")).Redact(text));

    [Theory]
    [InlineData("")]
    [InlineData("100% of & \\ \\u00 %zz &#43")]
    [InlineData(@"key\-5f2c9a71e3")]
    [InlineData("key%2c5f2c9a71e3")]
    [InlineData("key+5f2c9a71e")]
    public void Any_other_text_stays_as_it_is(string text) =>
        Assert.Equal(text, new TokenRedactor(BearerToken.Protect("key+5f2c9a71e3")).Redact(text));

    private static void AssertNoSecret(Exception error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            Assert.DoesNotContain(Settings.Token, Plain(cause.ToString()), StringComparison.OrdinalIgnoreCase);
            Assert.Empty(cause.Data);
        }
    }

    /// <summary>The text as a reader sees it who knows the escapes.</summary>
    private static string Plain(string text) =>
        Uri.UnescapeDataString(
            Regex.Unescape(WebUtility.HtmlDecode(Regex.Replace(text, @"\\(?!u[0-9A-Fa-f]{4})", "/"))));
}
