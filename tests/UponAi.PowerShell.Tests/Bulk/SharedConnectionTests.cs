using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>Tests that runspaces with a shared connection also share its pacing.</summary>
public sealed class SharedConnectionTests
{
    [Fact]
    public async Task A_thousand_rows_of_twenty_runspaces_all_arrive_within_the_platforms_limit()
    {
        const int Rows = 1000;
        await using var sandbox =
            await ConnectedSandbox.StartAsync(new SandboxOptions { Numbers = Rows, RateLimit = 100, Burst = 20 });

        var outcome = await sandbox.Engine.RunAsync(
            $$"""
            $connection = Get-UponAiConnection
            $rows = {{ConnectedSandbox.Rows}}
            0..19 | ForEach-Object -ThrottleLimit 8 -Parallel {
                Import-Module $using:manifest
                $all = $using:rows
                $all[($_ * 50)..($_ * 50 + 49)] | Set-UponAiNumberAssignment -Connection $using:connection -Verbose 4>&1
            }
            """,
            ("count", Rows), ("manifest", RepositoryFiles.Manifest));

        var said =
            outcome.Output.Select(item => item!.BaseObject).OfType<VerboseRecord>().Select(record => record.Message);
        var done = outcome.Output.Where(item => item!.BaseObject is not VerboseRecord)
            .Select(item => item!.ToString())
            .ToList();
        Assert.Empty(outcome.Errors);
        Assert.Equal(Enumerable.Range(0, Rows).Select(ConnectedSandbox.Number), done.Order(StringComparer.Ordinal));
        Assert.All(done, number => ConnectedSandbox.AssertPlanned(sandbox.Server, number));
        Assert.All(done, number => Assert.Equal(1, ConnectedSandbox.Applied(sandbox.Server, number)));
        // Eight separate pacers would each have to find the limit, with refusals for each of them.
        Assert.Single(
            said.Where(
                line => line.StartsWith("Pacing: the platform refuses requests", StringComparison.Ordinal)).Distinct());
        Assert.True(sandbox.Server.Requests.ByStatus[429] < Rows / 2);
    }

    [Fact]
    public async Task A_hint_given_to_one_runspace_holds_the_other()
    {
        await using var platform = await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            Reply.Json(UpdateAnswers.Agreeing(request), 200, ("RateLimit", "\"all\";r=0;t=3600"))));
        await platform.RunAsync("Set-UponAiNumberAssignment 101 agent_a");

        using var other = new Engine();
        var connection = (await platform.RunAsync("Get-UponAiConnection")).Single();
        using var running = other.Start(
            "Set-UponAiNumberAssignment 102 agent_a -Connection $connection -Verbose",
            ("connection", connection));
        // The command has waited for a second.
        await running.WaitForProgressAsync("0 done");
        var arrived = platform.Numbers;
        running.Stop();
        await running.EndAsync();

        Assert.Equal(["101"], arrived);
    }
}
