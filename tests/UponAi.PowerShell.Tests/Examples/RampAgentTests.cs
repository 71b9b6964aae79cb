using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Examples;

/// <summary>Tests examples/ramp-agent.ps1, which moves the calls of one agent to another agent in steps.</summary>
public sealed class RampAgentTests
{
    private static readonly string Ramp =
        $"& '{Path.Combine(RepositoryFiles.Examples, "ramp-agent.ps1")}' -From agent_reception -To agent_support@4";

    [Fact]
    public async Task Each_step_moves_its_part_of_what_there_was_and_the_journal_restores_it()
    {
        using var folder = new PlanFolder();
        await using var sandbox = await StartAsync();
        var before = await PlatformState.ListAsync(sandbox.Server);

        Assert.Empty((await folder.RunAsync(sandbox.Engine, $"{Ramp} -Percent 10 -Confirm:$false")).Errors);
        Assert.Equal("agent_reception=0.9;agent_support@4=0.1", Inbound(sandbox, 0));
        Assert.Equal("agent_reception@2=0.72;agent_sales=0.2;agent_support@4=0.08", Inbound(sandbox, 1));
        Assert.Equal("agent_night=1", Inbound(sandbox, 2));

        // A later run continues from the backup: it moves a quarter of the original share, not of the remaining share.
        Assert.Empty((await folder.RunAsync(sandbox.Engine, $"{Ramp} -Percent 25, 50 -Confirm:$false")).Errors);
        Assert.Equal("agent_reception=0.5;agent_support@4=0.5", Inbound(sandbox, 0));

        var last = await folder.RunAsync(sandbox.Engine, $"{Ramp} -Percent 100 -Confirm:$false");
        Assert.Empty(last.Errors);
        Assert.Equal("agent_support@4=1", Inbound(sandbox, 0));
        Assert.Equal("agent_sales=0.2;agent_support@4=0.8", Inbound(sandbox, 1));
        Assert.Equal("agent_night=1", Inbound(sandbox, 2));

        Assert.Empty(
            (await folder.RunAsync(
                    sandbox.Engine,
                    "$null = Restore-UponAiNumberAssignment ramp.jsonl -Confirm:$false")).Errors);
        Assert.Equal(before, await PlatformState.ListAsync(sandbox.Server));
    }

    [Fact]
    public async Task A_step_that_is_run_again_sends_nothing()
    {
        using var folder = new PlanFolder();
        await using var sandbox = await StartAsync();
        await folder.RunAsync(sandbox.Engine, $"{Ramp} -Percent 10 -Confirm:$false");
        var sent = ConnectedSandbox.Applied(sandbox.Server, ConnectedSandbox.Number(0));

        var again = await folder.RunAsync(sandbox.Engine, $"{Ramp} -Percent 10 -Confirm:$false");

        Assert.Empty(again.Errors);
        Assert.Equal(sent, ConnectedSandbox.Applied(sandbox.Server, ConnectedSandbox.Number(0)));
    }

    [Fact]
    public async Task A_preview_changes_nothing_and_writes_no_file()
    {
        using var folder = new PlanFolder();
        await using var sandbox = await StartAsync();
        var before = await PlatformState.ListAsync(sandbox.Server);

        var outcome = await folder.RunAsync(sandbox.Engine, $"{Ramp} -Percent 10 -WhatIf");

        Assert.Empty(outcome.Errors);
        Assert.Contains(
            outcome.Output,
            item =>
                item?.BaseObject.ToString() is { } text && text.Contains(
                    ConnectedSandbox.Number(1),
                    StringComparison.Ordinal));
        Assert.Equal(before, await PlatformState.ListAsync(sandbox.Server));
        Assert.Empty(Directory.GetFileSystemEntries(folder.FullName));
    }

    [Fact]
    public async Task A_number_whose_share_cannot_move_is_named_and_keeps_its_agents()
    {
        using var folder = new PlanFolder();
        await using var sandbox = await StartAsync();
        var before = await PlatformState.ListAsync(sandbox.Server);

        var outcome = await folder.RunAsync(
            sandbox.Engine, Ramp.Replace("agent_support@4", "agent_reception@2") + " -Percent 10 -Confirm:$false");

        Assert.Contains(
            outcome.Errors,
            error => error.Message().StartsWith(
                $"{ConnectedSandbox.Number(0)} keeps its agents: ", StringComparison.Ordinal));
        Assert.Equal(before, await PlatformState.ListAsync(sandbox.Server));
    }

    /// <summary>
    /// Three numbers: one with the agent alone, one with a version of the agent in a split, and one with another agent.
    /// </summary>
    private static async Task<ConnectedSandbox> StartAsync()
    {
        var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions { Numbers = 3 });
        var outcome = await sandbox.Engine.RunAsync(
            "@{ Number = $a; InboundAgents = 'agent_reception' }, @{ Number = $b; InboundAgents = "
            + "'agent_reception@2=80%;agent_sales' }, @{ Number = $c; InboundAgents = 'agent_night' } | "
            + "Set-UponAiNumberAssignment",
            ("a", ConnectedSandbox.Number(0)), ("b", ConnectedSandbox.Number(1)), ("c", ConnectedSandbox.Number(2)));
        Assert.Empty(outcome.Errors);
        return sandbox;
    }

    private static string Inbound(ConnectedSandbox sandbox, int i) =>
        string.Join(';', sandbox.Server.Snapshot(ConnectedSandbox.Number(i))!.Bindings.Inbound.Select(Text));

    private static string Text(AgentBinding agent) =>
        FormattableString.Invariant(
            $"{agent.AgentId}{(agent.AgentVersion is { } version ? $"@{version}" : "")}={agent.Weight:0.######}");
}
