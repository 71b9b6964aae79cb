using System.Net;
using System.Security;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Connections;

/// <summary>Tests what Test-UponAiConnection concludes from the status of a response.</summary>
public sealed class TestConnectionTests
{
    [Theory]
    [InlineData(400, "Unknown Unknown")]
    [InlineData(401, "Failed Unknown")]
    [InlineData(403, "Unknown Failed")]
    [InlineData(404, "Unknown Failed")]
    [InlineData(302, "Unknown Unknown")]
    [InlineData(407, "Unknown Unknown")]
    [InlineData(408, "Unknown Unknown")]
    [InlineData(429, "Unknown Unknown")]
    [InlineData(503, "Unknown Unknown")]
    // A page for the login to a network is not a list.
    [InlineData(200, "Unknown Unknown")]
    public async Task Only_a_401_says_something_about_the_token_without_a_list(int status, string states)
    {
        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(_ => Reply.Json("{}", status)));

        var test = (await platform.RunAsync("Test-UponAiConnection | ForEach-Object { \"$($_.Token) $($_.Account)\" }"))
            .Single();

        Assert.Equal(states, test.ToString());
    }

    [Theory]
    [InlineData("", 404)]
    [InlineData("-AccountSid AC1 -WorkspaceId 7", 404)]
    [InlineData("", 403)]
    [InlineData("-AccountSid AC1", 400)]
    [InlineData("", 405)]
    public async Task A_server_that_refuses_everything_is_perhaps_not_the_platform(string more, int status)
    {
        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(_ => Reply.Text("<html>No.</html>", "text/html", status)));

        var (success, quiet, problems) = await TestAsync(
            platform.Engine, ConnectedPlatform.Secret, $"-BaseUri {platform.Server.BaseUri} {more}");

        Assert.Equal(("Unknown False", "False"), (success, quiet));
        Assert.EndsWith(
            $"Check that BaseUri '{platform.Server.BaseUri.AbsoluteUri}' is the address of the platform. -BaseUri of "
            + "Connect-UponAi, or the variable UPONAI_BASE_URI, sets the address.",
            problems,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_with_a_wrong_path_is_named_with_the_path()
    {
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions());

        var (success, _, problems) = await TestAsync(
            sandbox.Engine,
            new NetworkCredential("", sandbox.Server.Token).SecurePassword,
            $"-BaseUri {sandbox.Server.BaseUri.AbsoluteUri}api");

        Assert.Equal("Unknown False", success);
        Assert.EndsWith(
            $"Check that BaseUri '{sandbox.Server.BaseUri.AbsoluteUri}api' is the address of the platform. -BaseUri of "
            + "Connect-UponAi, or the variable UPONAI_BASE_URI, sets the address. Try the address without the path "
            + "'/api'.",
            problems,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workspaces_test_the_token_of_a_refused_account_and_workspace()
    {
        await using var platform = await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            request.Target == "/api/workspaces" ? Reply.Json("[]") : Reply.Json(UpdateAnswers.Error("No."), 404)));

        var test = (await platform.RunAsync("Test-UponAiConnection")).Single();

        Assert.Equal(
            "Passed Failed Failed",
            $"{test.Properties["Token"].Value} {test.Properties["Account"].Value} "
            + $"{test.Properties["Workspace"].Value}");
        Assert.DoesNotContain(
            "BaseUri",
            string.Join(' ', (IEnumerable<string>)test.Properties["Problems"].Value),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_two_unreachable_requests_only_a_new_connection_tests_at_once()
    {
        var isDown = true;
        await using var platform = await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            Volatile.Read(ref isDown) ? Reply.Hangup() : ConnectedPlatform.Agree(request)));
        Assert.Equal(["False"], (await platform.RunAsync("Test-UponAiConnection -Quiet")).Texts);
        Volatile.Write(ref isDown, false);

        var outcome = await platform.RunAsync(
            "$old = Get-UponAiConnection; (Test-UponAiConnection).Problems[0]; Connect-UponAi -Token $token "
            + "-AccountSid AC1 -WorkspaceId 7 -BaseUri $old.BaseUri; Test-UponAiConnection -Quiet; "
            + "Get-UponAiAgent agent_a; Get-UponAiAgent agent_a -Connection $old",
            ("token", ConnectedPlatform.Secret));

        Assert.StartsWith("Not sent: ", outcome.Texts[0], StringComparison.Ordinal);
        Assert.Equal(["True", "agent_a@9"], outcome.Texts.Skip(1));
        // A test through a new connection says nothing about the next request of the old connection.
        Assert.StartsWith("Not sent: ", Assert.Single(outcome.Errors).Message(), StringComparison.Ordinal);
    }

    private static async Task<(string Success, string Quiet, string Problems)> TestAsync(
        Engine engine, SecureString token, string connect)
    {
        var outcome = await engine.RunAsync(
            $"Connect-UponAi -Token $token -MaximumRetryCount 0 {connect}; $test = Test-UponAiConnection; "
            + "\"$($test.Token) $($test.IsSuccess)\"; Test-UponAiConnection -Quiet; \"$($test.Problems)\"",
            ("token", token));
        Assert.Empty(outcome.Errors);
        return (outcome.Texts[0], outcome.Texts[1], outcome.Texts[2]);
    }
}
