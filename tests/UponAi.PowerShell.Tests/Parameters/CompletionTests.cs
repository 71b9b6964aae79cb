using System.Security;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Parameters;

/// <summary>
/// Tests tab completion from the lists of the connected account. Completion is quick and never shows an error.
/// </summary>
public sealed class CompletionTests
{
    internal const string Complete =
        """
        function Complete([string] $Line) {
            $offered = [System.Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null)
            $offered.CompletionMatches | Where-Object ResultType -EQ ParameterValue
        }
        # Completion waits for at most a second, which can be too short on a busy machine. A later list is offered the
        # next time.
        function CompleteInTheEnd([string] $Line) {
            do { $offered = Complete $Line } until ($offered)
            $offered
        }

        """;

    [Theory]
    [InlineData(
        "Set-UponAiNumberAssignment -Number +1415555010",
        "+14155550100 +14155550101 +14155550102 +14155550103 +14155550104 +14155550105 +14155550106 "
        + "+14155550107 +14155550108 +14155550109 '+14155550100;ext=7'")]
    [InlineData(
        "Set-UponAiNumberAssignment +1415555011",
        "+14155550119 +14155550110 +14155550111 +14155550112 +14155550113")]
    [InlineData(
        "Clear-UponAiNumberAssignment -WorkspaceId 2 -Number +1415555011",
        "+14155550110 +14155550111 +14155550112 +14155550113")]
    [InlineData("Get-UponAiNumber 10", "101")]
    [InlineData("Get-UponAiNumber 01", "'0102'")]
    [InlineData("Get-UponAiNumber '+14155550119", "'+14155550119'")]
    [InlineData("Get-UponAiNumber \"20", "\"201\"")]
    [InlineData("Get-UponAiNumber '+14155550100', 20", "201")]
    [InlineData("Get-UponAiNumber -AgentId agent_s", "agent_sales agent_support")]
    [InlineData("Get-UponAiAgent AGENT_n", "agent_night")]
    [InlineData("Get-UponAiAgent -AgentId Recep", "agent_reception")]
    [InlineData("Set-UponAiNumberAssignment 101 agent_r", "agent_reception")]
    [InlineData("Set-UponAiNumberAssignment 101 -OutboundAgent Sal", "agent_sales")]
    [InlineData(
        "Set-UponAiNumberAssignment 101 'agent_night=90%;agent_s",
        "'agent_night=90%;agent_sales' 'agent_night=90%;agent_support'")]
    [InlineData("Set-UponAiNumberAssignment 101 'agent_night=90%; agent_sa", "'agent_night=90%; agent_sales'")]
    [InlineData("Set-UponAiNumberAssignment 101 \"agent_night=90%;agent_sa", "\"agent_night=90%;agent_sales\"")]
    [InlineData("Set-UponAiNumberAssignment 101 agent_sales@", "'agent_sales@2' 'agent_sales@1' 'agent_sales@0'")]
    [InlineData("Set-UponAiNumberAssignment 101 'agent_night;agent_sales@1", "'agent_night;agent_sales@1'")]
    [InlineData("Set-UponAiNumberAssignment 101 'agent_sales=", "")]
    [InlineData("Set-UponAiNumberAssignment 101 'agent_x", "")]
    [InlineData("New-UponAiAgentRef agent_su", "agent_support")]
    [InlineData("New-UponAiAgentRef \u2018agent_su\u2019", "'agent_support'")]
    [InlineData("New-UponAiAgentRef \u201cagent_su", "\"agent_support\"")]
    [InlineData("New-UponAiAgentRef 'agent_su''", "")]
    [InlineData("New-UponAiAgentRef agent_sales -AgentVersion ", "2 1 0")]
    [InlineData("New-UponAiAgentRef agent_x -AgentVersion ", "")]
    [InlineData("New-UponAiAgentRef -AgentVersion ", "")]
    [InlineData("Get-UponAiNumber -WorkspaceId ", "1 2")]
    [InlineData("Set-UponAiNumberAssignment 101 -WorkspaceId 2", "2")]
    [InlineData("Get-UponAiNumber -AccountSid somebody -Number 1", "")]
    public async Task The_account_completes(string line, string completions)
    {
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions());

        var outcome = await sandbox.Engine.RunAsync(
            Complete + $"({(completions.Length > 0 ? "CompleteInTheEnd" : "Complete")} $line).CompletionText",
            ("line", line));

        Assert.Empty(outcome.Errors);
        Assert.Equal(completions, string.Join(' ', outcome.Output.Where(text => text is not null)));
    }

    [Theory]
    [InlineData("Get-UponAiAgent agent_s", "Sales, Support")]
    [InlineData("Set-UponAiNumberAssignment 101 'agent_night;agent_sal", "Sales")]
    [InlineData("New-UponAiAgentRef agent_night -AgentVersion ", "Night line agent_night@0")]
    [InlineData(
        "Get-UponAiNumber +14155550100",
        "+14155550100 (workspace 1, in: agent_reception@2 90%, agent_sales@0 10%, out: agent_sales@1), "
        + "+14155550100;ext=7 (workspace 1, in: none, out: none)")]
    [InlineData("Get-UponAiNumber -WorkspaceId 2", "Workspace 2: Branch office")]
    public async Task Tooltips_describe_the_item(string line, string tooltips)
    {
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions());

        var outcome = await sandbox.Engine.RunAsync(Complete + "(CompleteInTheEnd $line).ToolTip", ("line", line));

        Assert.Equal(tooltips, string.Join(", ", outcome.Texts));
    }

    [Fact]
    public async Task A_list_is_kept_for_the_next_key_press()
    {
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions());

        var outcome = await sandbox.Engine.RunAsync(
            Complete + "1..5 | ForEach-Object { CompleteInTheEnd 'Get-UponAiNumber 10'; "
                + "CompleteInTheEnd 'Get-UponAiAgent agent_n' }");

        Assert.Equal(10, outcome.Output.Count);
        Assert.Equal(3, sandbox.Server.Requests.Total);
    }

    [Fact]
    public async Task Completion_uses_the_connection_of_the_command_line()
    {
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions());
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            Complete + $$"""
            $mine = Connect-UponAi -Token $other -AccountSid {{SandboxIds.OtherAccountSid}} `
                -WorkspaceId {{SandboxIds.OtherWorkspaceId}} -BaseUri $uri -PassThru
            $null = Connect-UponAi -Token $token -AccountSid {{SandboxIds.AccountSid}} -WorkspaceId 1 -BaseUri $uri
            (CompleteInTheEnd 'Get-UponAiAgent -Connection $mine -AgentId agent_').CompletionText
            (CompleteInTheEnd 'Get-UponAiAgent -AgentId agent_n').CompletionText
            """,
            ("other", Secret(SandboxIds.OtherToken(SandboxIds.Token))),
            ("token", Secret(SandboxIds.Token)),
            ("uri", sandbox.Server.BaseUri));

        Assert.Empty(outcome.Errors);
        Assert.Equal(["agent_concierge", "agent_night"], outcome.Texts);
    }

    [Theory]
    [InlineData("Get-UponAiNumber 1")]
    [InlineData("Set-UponAiNumberAssignment 101 -InboundAgent a")]
    [InlineData("New-UponAiAgentRef agent_a -AgentVersion ")]
    [InlineData("Get-UponAiAgent -WorkspaceId ")]
    public async Task Without_a_connection_nothing_is_offered_without_an_error(string line)
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync(Complete + "Complete $line; $Error.Count", ("line", line));

        Assert.Equal(["0"], outcome.Texts);
    }

    [Fact]
    public async Task A_slow_platform_does_not_hold_the_prompt_and_its_late_list_is_offered_next_time()
    {
        var answering = new TaskCompletionSource();
        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(_ => Reply.Json("""[{"number":"101"}]""").After(answering.Task)));

        var outcome = await platform.RunAsync(Complete + "Complete 'Get-UponAiNumber 1'; $Error.Count");
        Assert.Equal(["0"], outcome.Texts);
        await platform.Server.WaitForRequestsAsync(1, TestTimeout.Token);

        answering.SetResult();
        outcome = await platform.RunAsync(Complete + "(CompleteInTheEnd 'Get-UponAiNumber 1').CompletionText");
        Assert.Equal(["101"], outcome.Texts);
        Assert.Single(platform.Server.Requests);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_platform_that_fails_is_no_error_at_the_prompt_and_asked_once_for_each_list(int status)
    {
        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(_ => Reply.Json(UpdateAnswers.Error("No."), status)));

        var outcome = await platform.RunAsync(
            Complete + "Complete 'Get-UponAiNumber 1'; Complete 'Get-UponAiNumber 1'; "
                + "Complete 'Set-UponAiNumberAssignment 101 a'; $Error.Count");

        Assert.Equal(["0"], outcome.Texts);
        Assert.Equal(2, platform.Server.Requests.Count);
    }

    [Fact]
    public async Task No_list_is_asked_for_with_a_refused_token()
    {
        await using var platform =
            await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(_ => Reply.Json("{}", 401)));

        var outcome = await platform.RunAsync(
            Complete + "try { Get-UponAiNumber -ErrorAction Stop } catch { $Error.Clear() }; "
                + "Complete 'Get-UponAiNumber 1'; Complete 'Get-UponAiAgent a'; $Error.Count");

        Assert.Equal(["0"], outcome.Texts);
        Assert.Single(platform.Server.Requests);
    }

    [Fact]
    public async Task Names_and_ids_that_hide_something_are_not_offered_as_they_are()
    {
        await using var platform = await ConnectedPlatform.AnsweringAsync(
            Reply.Json(
                """[{"agent_id":"agent_a'$(1)","agent_name":"A\u001b[31m\nb"}"""
                + """,{"agent_id":"agent_\u202eb","agent_name":"B"}]"""),
            Reply.Json("[]"));

        var outcome = await platform.RunAsync(
            Complete + "CompleteInTheEnd 'Get-UponAiAgent agent_' | ForEach-Object { $_.CompletionText; $_.ToolTip }");

        Assert.Equal(["'agent_a''$(1)'", "A b"], outcome.Texts);
    }

    [Theory]
    [InlineData("'agent_a''")]
    [InlineData("'agent_a'''")]
    [InlineData("agent_a`'")]
    public async Task A_quotation_mark_inside_the_word_belongs_to_the_text(string word)
    {
        await using var platform = await ConnectedPlatform.AnsweringAsync(
            Reply.Json("""[{"agent_id":"agent_a'b"},{"agent_id":"agent_ab"}]"""), Reply.Json("[]"));

        var outcome = await platform.RunAsync(
            Complete + "(CompleteInTheEnd $line).CompletionText", ("line", "Get-UponAiAgent " + word));

        Assert.Equal(["'agent_a''b'"], outcome.Texts);
    }

    private static SecureString Secret(string text)
    {
        var secret = new SecureString();
        foreach (var c in text) secret.AppendChar(c);
        return secret;
    }
}
