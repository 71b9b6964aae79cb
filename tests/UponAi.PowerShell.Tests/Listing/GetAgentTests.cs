using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Listing;

/// <summary>Tests Get-UponAiAgent against the sandbox.</summary>
public sealed class GetAgentTests
{
    [Theory]
    [InlineData("Get-UponAiAgent", "agent_night@0 agent_reception@3 agent_sales@2 agent_support@4")]
    [InlineData("Get-UponAiAgent agent_sales, agent_n*", "agent_night@0 agent_sales@2")]
    [InlineData("Get-UponAiAgent -Name rec*, 'NIGHT line'", "agent_night@0 agent_reception@3")]
    [InlineData("Get-UponAiAgent agent_s* -Name *les", "agent_sales@2")]
    [InlineData("Get-UponAiAgent -Name nobody*", "")]
    [InlineData("Get-UponAiAgent agent_sales -Name 'NIGHT line'", "")]
    [InlineData("Get-UponAiAgent -AllVersions -Name Sales", "agent_sales@0 agent_sales@1 agent_sales@2")]
    [InlineData(
        "Get-UponAiAgent agent_[ns][ia][gl]* -AllVersions",
        "agent_night@0 agent_sales@0 agent_sales@1 agent_sales@2")]
    [InlineData("Get-UponAiAgent agent_sales -AllVersions", "agent_sales@0 agent_sales@1 agent_sales@2")]
    [InlineData(
        "Get-UponAiAgent agent_sales, agent_night -AllVersions",
        "agent_sales@0 agent_sales@1 agent_sales@2 agent_night@0")]
    [InlineData("Get-UponAiAgent agent_night -WorkspaceId 2", "agent_night@0")]
    public async Task Agents_come_out_in_their_versions(string script, string agents)
    {
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions());

        var outcome = await sandbox.Engine.RunAsync(script);

        Assert.Empty(outcome.Errors);
        Assert.Equal(agents, string.Join(' ', outcome.Texts));
    }

    [Theory]
    [InlineData(
        "Get-UponAiAgent agent_x, agent_night",
        "Workspace 1 has no agent agent_x. Get-UponAiAgent without -AgentId returns all agents.")]
    [InlineData(
        "Get-UponAiAgent agent_x, agent_night -AllVersions",
        "The platform has no agent agent_x in workspace 1, or does not offer a list of the versions of "
        + "agent agent_x in workspace 1 (status 404): Agent 'agent_x' was not found.")]
    [InlineData(
        "Get-UponAiAgent -Name 'agent_x', 'Night Line'",
        "Workspace 1 has no agent 'agent_x'. Get-UponAiAgent without -Name returns all agents.")]
    public async Task A_missing_agent_is_an_error_and_the_others_are_listed(string script, string message)
    {
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions());

        var outcome = await sandbox.Engine.RunAsync(script);

        Assert.Equal(["agent_night@0"], outcome.Texts);
        var error = Assert.Single(outcome.Errors);
        Assert.Equal(
            ("UponAi.NotFound", message, "agent_x"),
            (error.Id(), error.Exception.Message, $"{error.TargetObject}"));
    }

    [Theory]
    [InlineData("Get-UponAiAgent -WorkspaceId 77")]
    [InlineData("Get-UponAiAgent agent_x -WorkspaceId 77")]
    public async Task The_error_of_an_unknown_workspace_names_the_list_of_workspaces(string script)
    {
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions());

        var message = (await sandbox.Engine.RunAsync(script)).SingleError().ToString();

        Assert.EndsWith(
            "Get-UponAiWorkspace returns the workspaces of the token.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("077", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Get-UponAiAgent agent_a, agent_x", "Workspace 7 may have agent agent_x in a row that cannot be read: ")]
    [InlineData("Get-UponAiAgent -Name a, x", "Workspace 7 may have agent 'x' in a row that cannot be read: ")]
    public async Task An_agent_that_may_be_an_unreadable_row_is_not_called_missing(string script, string message)
    {
        await using var platform = await ConnectedPlatform.AnsweringAsync(
            Reply.Json(
                """[{"agent_id":"agent_a","version":0,"agent_name":"A"},{"version":3},{"agent_id":"agent_b"}]"""),
            Reply.Json("[]"));

        var outcome = await platform.RunAsync(script);

        Assert.Equal(["agent_a@0"], outcome.Texts);
        Assert.Equal(["UponAi.InvalidResponse", "UponAi.InvalidResponse"], outcome.ErrorIds);
        Assert.StartsWith(message, outcome.Errors[1].Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_versions_of_certain_agents_are_asked_for_and_have_their_times()
    {
        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(
                _ => Reply.Json("""[{"agent_id":"agent_a","version":0,"updated_at":"2026-01-12T09:00:00Z"}]""")));

        var agent = (await platform.RunAsync("Get-UponAiAgent agent_a -AllVersions")).Single();

        Assert.Equal(new DateTimeOffset(2026, 1, 12, 9, 0, 0, TimeSpan.Zero), agent.Properties["UpdatedAt"].Value);
        Assert.Equal("/api/agents/agent_a/versions?workspaceId=7", Assert.Single(platform.Server.Requests).Target);
    }

    [Theory]
    [InlineData("Get-UponAiAgent agent_sales | New-UponAiAgentRef -Weight 1", "agent_sales@2=1")]
    [InlineData("Get-UponAiAgent agent_sales, agent_night | New-UponAiAgentRef", "agent_night@0 agent_sales@2")]
    [InlineData("[UponAi.AgentRef](Get-UponAiAgent agent_sales)", "agent_sales@2")]
    public async Task An_agent_from_the_list_becomes_the_same_agent_reference(string script, string agents)
    {
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions());

        var outcome = await sandbox.Engine.RunAsync(script);

        Assert.Empty(outcome.Errors);
        Assert.Equal(agents, string.Join(' ', outcome.Texts));
    }

    [Theory]
    [InlineData("Get-UponAiAgent agent_sales | Set-UponAiNumberAssignment -Number '+14155550103'", "agent_sales@2")]
    [InlineData(
        "Set-UponAiNumberAssignment '+14155550103' (Get-UponAiAgent -Name Sales, Support)",
        "agent_sales@2 agent_support@4")]
    [InlineData(
        "[Management.Automation.PSSerializer]::Deserialize("
            + "[Management.Automation.PSSerializer]::Serialize((Get-UponAiAgent agent_sales), 1)) | "
            + "Set-UponAiNumberAssignment -Number '+14155550103'",
        "agent_sales@2")]
    public async Task An_agent_from_the_list_is_assigned_in_its_version(string script, string agents)
    {
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions());

        Assert.Empty((await sandbox.Engine.RunAsync(script)).Errors);

        Assert.Equal(
            agents,
            string.Join(
                ' ',
                sandbox.Server.Snapshot("+14155550103")!.Bindings.Inbound.Select(
                    agent => $"{agent.AgentId}@{agent.AgentVersion}")));
    }

    [Fact]
    public async Task Agents_are_a_table_with_clean_text()
    {
        await using var platform = await ConnectedPlatform.AnsweringAsync(
            Reply.Json(
                """[{"agent_id":"agent_a","version":12,"agent_name":"Recep\u001b[31mtion\nline"}"""
                + """,{"agent_id":"agent_b","agent_name":null}]"""),
            Reply.Json("[]"));

        await platform.RunAsync("Get-UponAiAgent | Out-Default");

        Assert.Equal(
            """

            AgentId                          Version UpdatedAt           Name
            -------                          ------- ---------           ----
            agent_a                               12                     Reception line
            agent_b

            """.ReplaceLineEndings("\n"),
            string.Join('\n', platform.Engine.Screen.WrittenLines.Select(line => line.TrimEnd())) + "\n");
    }
}
