using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Connections;

/// <summary>Tests which connection a command uses, and how long.</summary>
public sealed class DefaultConnectionTests
{
    [Fact]
    public async Task Without_a_connection_a_change_is_a_terminating_error()
    {
        using var engine = new Engine();

        foreach (var script in new[]
            {
                "'101', '102' | Set-UponAiNumberAssignment -InboundAgent agent_a",
                "Clear-UponAiNumberAssignment 101 -Confirm:$false"
            })
        {
            var outcome = await engine.RunAsync(
                $"try {{ {script}; 'went on' }} catch {{ $_.FullyQualifiedErrorId.Split(',')[0]; "
                + $"\"$($_.CategoryInfo.Category)\"; $_.Exception.Message }}");

            Assert.Equal(
                ["UponAi.NotConnected",
                    "AuthenticationError",
                    "Not connected. Run Connect-UponAi, give -Connection, or set the environment "
                    + "variable UPONAI_TOKEN."],
                outcome.Texts);
        }
    }

    [Fact]
    public async Task Rows_before_the_one_that_finds_no_connection_keep_their_errors()
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync("'..', '102' | Set-UponAiNumberAssignment -InboundAgent agent_a");

        Assert.Equal(["UponAi.InvalidNumber", "UponAi.NotConnected"], outcome.ErrorIds);
    }

    [Fact]
    public async Task Connect_puts_out_nothing_without_PassThru_and_makes_no_request()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync("Connect-UponAi -Token $token -BaseUri $uri");

        Assert.Empty(outcome.Output);
        Assert.Empty(outcome.Errors);
        Assert.Equal(0, platform.Server.ConnectionCount);
    }

    [Fact]
    public async Task PassThru_hands_out_the_connection_that_Get_shows()
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            "$c = Connect-UponAi -Token $token -AccountSid AC1 -WorkspaceId 7 -BaseUri "
            + "http://localhost:8080/base -PassThru; [object]::ReferenceEquals($c, (Get-UponAiConnection)); "
            + "$c",
            ("token", ConnectedPlatform.Secret));

        Assert.Equal("True", outcome.Texts[0]);
        var connection = outcome.Output[1]!;
        Assert.Equal(
            ("http://localhost:8080/base", "AC1", 7, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), 4),
            (connection.Properties["BaseUri"].Value.ToString(), connection.Properties["AccountSid"].Value,
                connection.Properties["WorkspaceId"].Value,
            connection.Properties["AttemptTimeout"].Value,
            connection.Properties["TotalTimeout"].Value,
            connection.Properties["MaximumRetryCount"].Value));
    }

    [Fact]
    public async Task The_default_connection_belongs_to_the_runspace()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();
        using var other = new Engine();

        Assert.Empty((await other.RunAsync("Get-UponAiConnection")).Output);
        Assert.Equal("AC1", (await platform.RunAsync("(Get-UponAiConnection).AccountSid")).Single().ToString());
    }

    [Fact]
    public async Task A_connection_can_be_given_and_wins_over_the_default_one()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();
        await using var other = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync(
            """
            $first = Get-UponAiConnection
            $c = Connect-UponAi -Token $token -AccountSid AC2 -WorkspaceId 8 -BaseUri $other -PassThru
            Set-UponAiNumberAssignment 101 agent_a -Connection $first
            Set-UponAiNumberAssignment 102 agent_a
            Clear-UponAiNumberAssignment 103 -Connection $c -Confirm:$false
            """,
            ("other", other.Server.BaseUri));

        Assert.Equal(["101"], platform.Numbers);
        Assert.Equal(["102", "103"], other.Numbers);
        Assert.All(
            other.Bodies,
            body => Assert.StartsWith("""{"accountSid":"AC2","workspaceId":8,""", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_given_as_null_is_refused_and_not_replaced_by_the_default_one() =>
        Assert.Contains(
            "'Connection'",
            (await ConnectedPlatform.RefusalOfAsync(
                    "Set-UponAiNumberAssignment 101 agent_a -Connection $null")).Message(),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_connection_without_an_account_or_workspace_needs_them_from_each_row()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            """
            Connect-UponAi -Token $token -BaseUri $uri
            @{ Number = '101'; InboundAgents = 'agent_a' },
            @{ Number = '102'; InboundAgents = 'agent_a'; AccountSid = 'AC1' },
            @{ Number = '103'; InboundAgents = 'agent_a'; AccountSid = 'AC1'; WorkspaceId = 7 } |
                Set-UponAiNumberAssignment
            """);

        Assert.Equal(["103"], outcome.Texts);
        Assert.Equal(["UponAi.NotConnected", "UponAi.NotConnected"], outcome.ErrorIds);
        Assert.StartsWith("No account:", outcome.Errors[0].Message(), StringComparison.Ordinal);
        Assert.StartsWith("No workspace:", outcome.Errors[1].Message(), StringComparison.Ordinal);
        Assert.All(outcome.Errors, error => Assert.IsType<System.Collections.Hashtable>(error.Target()));
    }

    [Fact]
    public async Task Disconnect_closes_the_sockets_and_forgets_the_connection()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            "$null = Set-UponAiNumberAssignment 101 agent_a; Disconnect-UponAi; Get-UponAiConnection; "
            + "Set-UponAiNumberAssignment 102 agent_a");

        Assert.Equal("UponAi.NotConnected", outcome.SingleError().Id());
        await platform.Server.WaitForClosedConnectionsAsync(1, TestTimeout.Token);
        Assert.Equal(["101"], platform.Numbers);
    }

    [Theory]
    [InlineData("Disconnect-UponAi $c")]
    [InlineData("$c | Disconnect-UponAi")]
    [InlineData("Get-UponAiConnection | Disconnect-UponAi")]
    public async Task A_closed_connection_is_no_longer_the_default_and_cannot_be_used(string script)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            $"$c = Get-UponAiConnection; {script}; Get-UponAiConnection; Set-UponAiNumberAssignment 101, "
            + "102 agent_a -Connection $c -AccountSid AC1 -WorkspaceId 7");

        var error = outcome.SingleError();
        Assert.Equal("UponAi.NotConnected", error.Id());
        Assert.Contains("was closed by Disconnect-UponAi", error.Message(), StringComparison.Ordinal);
        Assert.Empty(platform.Bodies);
    }

    [Fact]
    public async Task Disconnecting_another_connection_leaves_the_default_one()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            "$first = Get-UponAiConnection; Connect-UponAi -Token $token -AccountSid AC2 -WorkspaceId 8 "
            + "-BaseUri $uri; Disconnect-UponAi $first; Set-UponAiNumberAssignment 101 agent_a");

        Assert.Equal("101", outcome.Single().ToString());
        Assert.StartsWith("""{"accountSid":"AC2",""", Assert.Single(platform.Bodies), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disconnecting_without_a_connection_is_no_error()
    {
        using var engine = new Engine();

        Assert.Empty((await engine.RunAsync("Disconnect-UponAi; Disconnect-UponAi")).Errors);
    }

    [Fact]
    public async Task The_token_that_was_given_may_be_disposed_afterwards()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            "$copy = $token.Copy(); Connect-UponAi -Token $copy -AccountSid AC1 -WorkspaceId 7 -BaseUri "
            + "$uri; $copy.Dispose(); Set-UponAiNumberAssignment 101 agent_a",
            ("token", ConnectedPlatform.Secret));

        Assert.Equal("101", outcome.Single().ToString());
    }
}
