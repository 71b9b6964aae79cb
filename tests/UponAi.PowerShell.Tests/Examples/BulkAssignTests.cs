using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Examples;

/// <summary>
/// Tests examples/bulk-assign.ps1: it checks, previews, writes a backup, sends failed rows again, and reports.
/// </summary>
public sealed class BulkAssignTests
{
    private static readonly string Script = $"& '{Path.Combine(RepositoryFiles.Examples, "bulk-assign.ps1")}' plan.csv";

    [Fact]
    public async Task A_plan_is_assigned_on_a_platform_with_faults_and_the_way_back_leads_back()
    {
        using var folder = new PlanFolder();
        await using var sandbox = await ConnectedSandbox.StartAsync(
            new SandboxOptions
            {
                Numbers = 50, FaultRate = 0.2, Seed = 5, SlowBodyDelay = TimeSpan.FromMilliseconds(20)
            });
        folder.Write(
            "plan.csv",
            "Number,InboundAgents\n" + string.Concat(
                Enumerable.Range(0, 50).Select(i => $"{ConnectedSandbox.Number(i)},agent_sales\n")));
        var before = await PlatformState.ListAsync(sandbox.Server);

        var outcome = await folder.RunAsync(sandbox.Engine, $"{Script} -Confirm:$false");

        Assert.Empty(outcome.Errors);
        Assert.Equal(
            ["50 of 50 numbers change.", "50 numbers are as planned, 0 are not."],
            outcome.Texts.Where(text => text.Contains(" numbers ", StringComparison.Ordinal)));
        Assert.All(
            Enumerable.Range(0, 50),
            i =>
                Assert.Equal(
                    "agent_sales",
                    Assert.Single(sandbox.Server.Snapshot(ConnectedSandbox.Number(i))!.Bindings.Inbound).AgentId));

        Assert.Empty(
            (await folder.RunAsync(
                    sandbox.Engine,
                    "$journal = Convert-Path plan.*.journal.jsonl; "
                        + "do { $null = Restore-UponAiNumberAssignment $journal -Confirm:$false "
                        + "-ErrorAction SilentlyContinue -ErrorVariable failed } while ($failed)")).Errors);
        Assert.Equal(before, await PlatformState.ListAsync(sandbox.Server));
    }

    [Fact]
    public async Task Rows_that_keep_failing_are_reported_and_kept()
    {
        using var folder = new PlanFolder();
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions { Numbers = 1 });
        folder.Write(
            "plan.csv",
            $"Number,InboundAgents\n{ConnectedSandbox.Number(0)},agent_sales\n+14155550188,agent_sales\n");

        var outcome = await folder.RunAsync(sandbox.Engine, $"{Script} -Confirm:$false -Attempts 2");

        Assert.Contains("1 numbers are as planned, 1 are not.", outcome.Texts);
        Assert.Contains(outcome.Texts, text => text.StartsWith("   +14155550188: ", StringComparison.Ordinal));
        Assert.Contains(
            "1 rows failed 2 times.",
            Assert.Single(
                outcome.Errors,
                error => error.FullyQualifiedErrorId.StartsWith("1 rows", StringComparison.Ordinal)).Message(),
            StringComparison.Ordinal);
        Assert.Contains("+14155550188", folder.Read("plan.failed.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_with_a_mistake_and_a_preview_change_nothing()
    {
        using var folder = new PlanFolder();
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions { Numbers = 1 });
        var before = await PlatformState.ListAsync(sandbox.Server);

        folder.Write(
            "plan.csv",
            $"Number,InboundAgents\n{ConnectedSandbox.Number(0)},agent_sales\n1.41556E+10,agent_sales\n");
        Assert.NotEmpty((await folder.RunAsync(sandbox.Engine, $"{Script} -Confirm:$false")).Errors);
        folder.Write("plan.csv", $"Number,InboundAgents\n{ConnectedSandbox.Number(0)},agent_sales\n");
        var preview = await folder.RunAsync(sandbox.Engine, $"{Script} -WhatIf");

        Assert.Empty(preview.Errors);
        Assert.Contains("1 of 1 numbers change.", preview.Texts);
        Assert.Equal(before, await PlatformState.ListAsync(sandbox.Server));
        Assert.Equal(["plan.csv"], Directory.GetFiles(folder.FullName).Select(Path.GetFileName));
    }
}
