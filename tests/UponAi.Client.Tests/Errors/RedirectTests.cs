using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Errors;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_and_its_host_is_named(int status)
    {
        await using var elsewhere = ScriptedServer.Start(_ => Reply.Json(UpdateAnswers.Of()));
        var location =
            new UriBuilder(elsewhere.BaseUri) { Host = "localhost", Path = "/login", Query = "?next=secret" }.Uri;
        await using var platform = Platform.AlwaysAnswering(Reply.Json("", status, ("Location", location.AbsoluteUri)));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.Equal((UponAiError.RequestFailed, status), (error.Error, error.StatusCode));
        Assert.Equal(
            "The platform redirects the request to the host 'localhost'. Redirects are not followed, "
            + $"because the token would be sent there. Check the base address (status {status})."
            // Such a response may follow a change.
            + (status == 303 ? UnknownEffectTests.Warning : ""),
            error.Message);
        Assert.Single(platform.Server.Requests);
        Assert.Equal(0, elsewhere.ConnectionCount);
    }

    [Theory]
    [InlineData(
        "//other.example/login",
        "The platform redirects the request to the host 'other.example'. Redirects are not followed")]
    [InlineData(
        "https://other.example:8443/",
        "The platform redirects the request to the host 'other.example'. Redirects are not followed")]
    [InlineData("/login", "The platform redirects the request to the host '127.0.0.1'. Redirects are not followed")]
    [InlineData(
        "login?next=1",
        "The platform redirects the request to the host '127.0.0.1'. Redirects are not followed")]
    [InlineData("http://:bad", "The platform redirects the request. Redirects are not followed")]
    [InlineData("", "The platform redirects the request. Redirects are not followed")]
    public async Task A_location_of_any_form_is_reported(string location, string message)
    {
        await using var platform = Platform.AlwaysAnswering(Reply.Json("", 302, ("Location", location)));

        var error = await platform.FailAsync(TestAssignments.Inbound("agent_a"));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
