using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Listing;

/// <summary>Tests that a failed list is one error with a message about the list.</summary>
public sealed class ListErrorTests
{
    [Theory]
    [InlineData(
        400, UponAiError.RequestFailed, 1, "The platform refused to list the numbers of account AC1 (status 400): No.")]
    [InlineData(
        401, UponAiError.Unauthorized, 1,
        "The platform refused the token. The token is missing, wrong or expired. Generate a token in the "
        + "profile settings at app.uponai.com, and connect again (status 401): No.")]
    [InlineData(403, UponAiError.Forbidden, 1, "The token may not list the numbers of account AC1 (status 403): No.")]
    [InlineData(
        404, UponAiError.NotFound, 1,
        "The platform has no account AC1, or does not offer a list of the numbers of account AC1 (status 404): No.")]
    [InlineData(
        405, UponAiError.RequestFailed, 1,
        "The platform does not offer a list of the numbers of account AC1 (status 405): No.")]
    [InlineData(500, UponAiError.ServiceUnavailable, 5, "The platform failed, tried 5 times (status 500): No.")]
    [InlineData(
        501, UponAiError.RequestFailed, 5,
        "The platform does not offer a list of the numbers of account AC1 (status 501): No.")]
    [InlineData(204, UponAiError.RequestFailed, 1, "The contract does not have such a response (status 204).")]
    public async Task A_status_is_an_error_with_the_platforms_words(
        int status, UponAiError kind, int attempts, string message)
    {
        await using var platform = Platform.AlwaysAnswering(
            status == 204 ? Reply.Bytes([], contentType: null, status) : Reply.Json(
                UpdateAnswers.Error("N\u001b[1mo."),
                status));

        var error = await platform.FailToListNumbersAsync();

        Assert.Equal((kind, message), (error.Error, error.Message));
        Assert.Equal(
            ("GET", "/api/numbers/AC1", attempts),
            (error.Request!.Method, error.Request.Path, error.Request.Attempts));
    }

    [Fact]
    public async Task Each_list_is_named()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json("", 403));

        Assert.Equal(
            "The token may not list the agents of workspace 7 (status 403).",
            (await platform.FailToListAgentsAsync()).Message);
        Assert.Equal(
            "The token may not list the versions of agent agent_b in workspace 7 (status 403).",
            (await platform.FailToListAgentVersionsAsync("agent_b")).Message);
    }

    [Fact]
    public async Task An_unknown_workspace_names_the_list_of_workspaces()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(UpdateAnswers.Error("No."), 404));

        Assert.Equal(
            "The platform has no workspace 7, or does not offer a list of the agents of workspace 7 (status 404): No. "
            + "Get-UponAiWorkspace returns the workspaces of the token.",
            (await platform.FailToListAgentsAsync()).Message);
    }

    [Theory]
    [InlineData("""{"success":false,"message":"Not\u0007 yet."}""", "It says: Not yet.")]
    [InlineData("""{"success":false}""", "It gives no reason.")]
    [InlineData("""{"numbers":[],"message":"","success":false}""", "It gives no reason.")]
    public async Task A_list_that_says_it_failed_is_an_error(string body, string reason)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(body));

        var error = await platform.FailToListNumbersAsync();

        Assert.Equal((UponAiError.RequestFailed, 200), (error.Error, error.StatusCode));
        Assert.Equal("The platform did not list the numbers of account AC1. " + reason, error.Message);
    }

    [Theory]
    [InlineData("", "has no body (status 200, application/json; it is empty)")]
    [InlineData(
        "<html>Sign in</html>",
        "is not JSON, or is incomplete (status 200, application/json; it begins '<html>Sign in</html>')")]
    [InlineData("null", "is JSON, but neither an array nor an object (status 200, application/json; it begins 'null')")]
    [InlineData("7", "is JSON, but neither an array nor an object (status 200, application/json; it begins '7')")]
    [InlineData("{}", "is an object without 'numbers' (status 200, application/json; it begins '{}')")]
    [InlineData("""{"message":"Hello"}""", "is an object without 'numbers'")]
    [InlineData("""{"numbers":{}}""", "has no array for 'numbers'")]
    [InlineData("""{"numbers":[],"numbers":[]}""", "has 'numbers' twice")]
    [InlineData("""{"success":true,"success":false,"numbers":[]}""", "has 'success' twice")]
    [InlineData("""{"success":1,"numbers":[]}""", "has 1 for 'success' instead of true or false")]
    [InlineData("""[{"number":"1"}""", "is not JSON, or is incomplete")]
    [InlineData("""[{"number":"1"}]x""", "is not JSON, or is incomplete")]
    [InlineData("""[{"number":"1"},]""", "is not JSON, or is incomplete")]
    public async Task JSON_that_is_no_list_is_an_error(string body, string message)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(body));

        var error = await platform.FailToListNumbersAsync();

        Assert.Equal(UponAiError.InvalidResponse, error.Error);
        Assert.StartsWith("The response " + message, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("). Check that the base address is the platform's.", error.Message, StringComparison.Ordinal);
        Assert.Single(platform.Server.Requests);
    }

    [Theory]
    [InlineData("""{"data":[],"message":{}}""", "has an object for 'message' instead of text")]
    [InlineData("""{"data":[],"pagination_key":[]}""", "has an array for 'pagination_key' instead of text")]
    [InlineData(
        """{"data":[],"pagination_key":"a","pagination_key_version":"x"}""",
        "has 'x' for 'pagination_key_version' instead of a number")]
    [InlineData("""{"numbers":[]}""", "is an object without 'agents'")]
    [InlineData("""{"data":[],"pagination_key":"a","pagination_key":"b"}""", "has 'pagination_key' twice")]
    public async Task JSON_that_is_no_list_of_agents_is_an_error(string body, string message)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(body));

        Assert.StartsWith(
            "The response " + message,
            (await platform.FailToListAgentsAsync()).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"number\":\"" + Settings.Token + "\"}]x")]
    [InlineData("{\"success\":false,\"message\":\"Bearer " + Settings.Token + "\"}")]
    [InlineData("<html>Authorization: Bearer " + Settings.Token)]
    public async Task An_echoed_token_is_hidden(string body)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json(body));

        var error = await platform.FailToListNumbersAsync();

        Assert.DoesNotContain(Settings.Token, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("****", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_takes_too_long_names_the_time_it_may_take()
    {
        await using var server = ScriptedServer.Start(_ => Reply.Silence());
        using var client =
            new UponAiClient(Settings.For(server.BaseUri, retries: 0, attemptTimeout: TimeSpan.FromMilliseconds(50)));

        var error = await Assert.ThrowsAsync<UponAiException>(() => client.ListNumbersAsync("AC1", TestTimeout.Token));

        Assert.Equal(UponAiError.Timeout, error.Error);
        Assert.EndsWith(
            "within the attempt timeout (0.05 s), tried once. A long list may need more time.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_inside_the_list_it_does_not_wait_for_the_rest()
    {
        var stall = new Stall();
        await using var platform = Platform.AlwaysAnswering(stall.Reply);
        using var cancelling = new CancellationTokenSource();

        var listing = platform.Client.ListNumbersAsync("AC1", cancelling.Token);
        await stall.Begun.WaitAsync(TestTimeout.Token);
        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listing);
    }

    [Fact]
    public async Task A_closed_connection_says_so()
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json("[]"));
        platform.Client.Dispose();

        Assert.Equal(UponAiError.NotConnected, (await platform.FailToListNumbersAsync()).Error);
    }
}
