using UponAi.PowerShell.Tests.Fixtures;
using UponAi.PowerShell.Tests.Parameters;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Connections;

/// <summary>Tests the environment variables that replace Connect-UponAi in a runbook.</summary>
[Collection(ProcessSettings.Name)]
public sealed class EnvironmentTests
{
    [Fact]
    public async Task The_variables_make_a_connection()
    {
        await using var server = ScriptedServer.Start(ConnectedPlatform.Agree);
        using var variables = All(server);
        using var engine = new Engine();

        Assert.Equal("101", (await engine.RunAsync("Set-UponAiNumberAssignment 101 agent_a")).Single().ToString());

        var request = Assert.Single(server.Requests);
        Assert.Equal(
            """{"accountSid":"AC5","workspaceId":9,"inboundAgents":[{"agent_id":"agent_a","weight":1}]}""",
            request.Body);
        Assert.Equal("Bearer key_of_environment", request.Header("Authorization"));
    }

    [Fact]
    public async Task The_variables_fill_in_what_Connect_is_not_given()
    {
        await using var server = ScriptedServer.Start(ConnectedPlatform.Agree);
        using var variables = All(server);
        using var engine = new Engine();

        await engine.RunAsync(
            "Connect-UponAi; Set-UponAiNumberAssignment 101 agent_a; Connect-UponAi -Token $token "
            + "-AccountSid AC1 -WorkspaceId 1; Set-UponAiNumberAssignment 102 agent_a",
            ("token", ConnectedPlatform.Secret));

        Assert.Equal(
            ["Bearer key_of_environment", "Bearer " + ConnectedPlatform.Token],
            server.Requests.Select(request => request.Header("Authorization")));
        Assert.StartsWith(
            """{"accountSid":"AC5","workspaceId":9,""",
            server.Requests[0].Body,
            StringComparison.Ordinal);
        Assert.StartsWith(
            """{"accountSid":"AC1","workspaceId":1,""",
            server.Requests[1].Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_wins_over_the_variables()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();
        await using var server = ScriptedServer.Start(ConnectedPlatform.Agree);
        using var variables = All(server);

        await platform.RunAsync("Set-UponAiNumberAssignment 101 agent_a");

        Assert.Equal(["101"], platform.Numbers);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_variable_that_changes_changes_the_connection()
    {
        await using var server = ScriptedServer.Start(ConnectedPlatform.Agree);
        using var variables = All(server);
        using var engine = new Engine();

        await engine.RunAsync(
            "Set-UponAiNumberAssignment 101 agent_a; "
            + "[Environment]::SetEnvironmentVariable('UPONAI_ACCOUNT_SID', 'AC6'); "
            + "Set-UponAiNumberAssignment 102 agent_a");

        Assert.StartsWith("""{"accountSid":"AC5",""", server.Requests[0].Body, StringComparison.Ordinal);
        Assert.StartsWith("""{"accountSid":"AC6",""", server.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_of_the_variables_that_was_closed_is_made_anew()
    {
        await using var server = ScriptedServer.Start(ConnectedPlatform.Agree);
        using var variables = All(server);
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            "Set-UponAiNumberAssignment 101 agent_a; Get-UponAiConnection | Disconnect-UponAi; "
            + "Set-UponAiNumberAssignment 102 agent_a; Disconnect-UponAi; Set-UponAiNumberAssignment 103 "
            + "agent_a");

        Assert.Empty(outcome.Errors);
        Assert.Equal(["101", "102", "103"], outcome.Texts);
    }

    [Theory]
    [InlineData(
        "UPONAI_WORKSPACE_ID", "one", "UponAi.NotConnected",
        "UPONAI_WORKSPACE_ID is 'one'. A workspace id is a whole number")]
    [InlineData("UPONAI_WORKSPACE_ID", "-1", "UponAi.NotConnected", "UPONAI_WORKSPACE_ID is '-1'")]
    [InlineData("UPONAI_WORKSPACE_ID", "0", "UponAi.NotConnected", "UPONAI_WORKSPACE_ID is '0'")]
    [InlineData("UPONAI_WORKSPACE_ID", "1,5", "UponAi.NotConnected", "UPONAI_WORKSPACE_ID is '1,5'")]
    [InlineData(
        "UPONAI_BASE_URI", "http://api.example.com", "UponAi.InvalidBaseUri", "would send the token unencrypted")]
    [InlineData("UPONAI_BASE_URI", "example", "UponAi.InvalidBaseUri", "is not an absolute URL")]
    [InlineData("UPONAI_TOKEN", "two words", "UponAi.InvalidToken", "The token contains a space at position 4 of 9")]
    public async Task A_variable_that_is_wrong_is_a_terminating_error_of_every_command(
        string name, string value, string id, string message)
    {
        await using var server = ScriptedServer.Start(ConnectedPlatform.Agree);
        using var variables = All(server);
        using var wrong = new UponAiVariables((name, value));
        using var engine = new Engine();

        foreach (
            var script in new[] { "Set-UponAiNumberAssignment 101 agent_a", "Get-UponAiConnection", "Connect-UponAi" })
        {
            var outcome = await engine.RunAsync(
                $"try {{ {script}; 'went on' }} catch {{ $_.FullyQualifiedErrorId.Split(',')[0]; "
                + $"$_.Exception.Message }}");

            Assert.Equal(id, outcome.Texts[0]);
            Assert.Contains(message, outcome.Texts[1], StringComparison.Ordinal);
        }

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Completion_asks_for_the_account_of_the_variables()
    {
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions());
        using var variables = new UponAiVariables(
            ("UPONAI_TOKEN", sandbox.Server.Token), ("UPONAI_ACCOUNT_SID", sandbox.Server.AccountSid),
            ("UPONAI_WORKSPACE_ID", "1"), ("UPONAI_BASE_URI", sandbox.Server.BaseUri.AbsoluteUri));
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            CompletionTests.Complete + "(CompleteInTheEnd 'Get-UponAiAgent agent_n').CompletionText");

        Assert.Equal(["agent_night"], outcome.Texts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_empty_token_counts_as_none(string token)
    {
        using var variables = new UponAiVariables(("UPONAI_TOKEN", token));
        using var engine = new Engine();

        var outcome = await engine.RunAsync("Get-UponAiConnection; Set-UponAiNumberAssignment 101 agent_a");

        Assert.Equal("UponAi.NotConnected", outcome.SingleError().Id());
    }

    [Fact]
    public async Task Connect_without_any_token_is_a_terminating_error()
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            "try { Connect-UponAi; 'went on' } catch { $_.FullyQualifiedErrorId.Split(',')[0]; $_.Exception.Message }");

        Assert.Equal(
            ["UponAi.NotConnected",
                "No token. Give -Token or -Credential, or set the environment variable UPONAI_TOKEN. "
                + "Generate a token in the profile settings at app.uponai.com."],
            outcome.Texts);
    }

    private static UponAiVariables All(ScriptedServer server) => new(
        ("UPONAI_TOKEN", " key_of_environment "),
        ("UPONAI_ACCOUNT_SID", "AC5"),
        ("UPONAI_WORKSPACE_ID", "9"),
        ("UPONAI_BASE_URI", server.BaseUri.ToString()));
}
