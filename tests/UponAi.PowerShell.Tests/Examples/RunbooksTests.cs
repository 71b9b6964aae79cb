using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Examples;

/// <summary>
/// Tests the runbooks of examples/azure-automation as jobs in separate processes. The Pester tests use the same
/// stand-ins for Azure, and cover the cases that need no process.
/// </summary>
public sealed class RunbooksTests : IDisposable
{
    private const int Rows = 200;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("UponAi ");

    [Theory]
    [InlineData("in the middle of the rows")]
    [InlineData("in the middle of an upload")]
    public async Task A_job_that_runs_again_after_an_eviction_completes(string when)
    {
        var options = new SandboxOptions { Numbers = Rows, Latency = TimeSpan.FromMilliseconds(50) };
        await using var server = await SandboxServer.StartAsync(options, TestTimeout.Token);
        var evict = when == "in the middle of the rows"
            ? """
                while ((Invoke-RestMethod "${base}sandbox/stats").requests -lt 20) { Start-Sleep -Milliseconds 10 }
                $azure.Processes[$job].Kill()
                """
            : "";
        var upload = ResultPath("numbers-0-of-1.csv");
        if (evict.Length == 0)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(upload)!);
            await File.WriteAllTextAsync(upload + ".evict", "", TestTimeout.Token);
        }

        var run = await RunAsync(server, $$"""
            $job = "$((Start-AzAutomationRunbook -Name Invoke-UponAiPlan -Parameters $plan).JobId)"
            {{evict}}
            $azure.Processes[$job].WaitForExit()
            "first: $(Get-JobStatus $job)"
            $job = "$((Start-AzAutomationRunbook -Name Invoke-UponAiPlan -Parameters $plan).JobId)"
            $azure.Processes[$job].WaitForExit()
            "second: $(Get-JobStatus $job)"
            Get-JobOutput $job
            """);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("first: Failed", run.Lines);
        Assert.Contains("second: Completed", run.Lines);
        Assert.Equal(Rows, Result("numbers-0-of-1.csv").Length);
        Assert.Empty(Result("failed-0-of-1.csv"));
        AssertAllPlanned(server);
    }

    [Fact]
    public async Task Four_processes_share_a_plan_out_against_one_limited_platform_and_no_row_fails()
    {
        var options = new SandboxOptions { Numbers = Rows, RateLimit = 60, Burst = 10 };
        await using var server = await SandboxServer.StartAsync(options, TestTimeout.Token);

        var run = await RunAsync(server, """
            & "$($azure.Runbooks)/Invoke-UponAiPlanInShards.ps1" @here -ShardCount 4 -PlanParameters $plan |
                ForEach-Object { "shard $($_.Shard) $($_.Status) $($_.Completed)" }
            """);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string[] shards = [.. Enumerable.Range(0, 4).Select(shard => $"shard {shard} Completed ")];
        Assert.Equal([.. shards, "shard   4"], run.Lines);
        string[] done = [.. Enumerable.Range(0, 4).SelectMany(shard => Result($"numbers-{shard}-of-4.csv"))];
        Assert.Equal(Rows, done.Length);
        Assert.Equal(Rows, done.Select(line => line.Split(',')[0]).Distinct().Count());
        Assert.All(Enumerable.Range(0, 4), shard => Assert.Empty(Result($"failed-{shard}-of-4.csv")));
        AssertAllPlanned(server);
    }

    [Fact]
    public async Task A_shard_that_fails_is_named_after_the_summary()
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions(), TestTimeout.Token);

        var run = await RunAsync(server, """
            $rows = '+14155550103,agent_sales', '+14155550188,agent_night'
            Set-Content "$($azure.Folder)/blobs/plan.csv" (@('Number,InboundAgents') + $rows)
            try {
                $plan = [pscustomobject] $plan
                & "$($azure.Runbooks)/Invoke-UponAiPlanInShards.ps1" @here -ShardCount 2 -PlanParameters $plan |
                    ForEach-Object { "not completed: $($_.NotCompleted)" }
            } catch { "failed: $_" }
            """);

        Assert.Equal("not completed: 1", run.Lines[^2]);
        Assert.StartsWith("failed: 1 of 2 shards did not complete: 1.", run.Lines[^1], StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static void AssertAllPlanned(SandboxServer server) =>
        Assert.All(Enumerable.Range(0, Rows), i => ConnectedSandbox.AssertPlanned(server, ConnectedSandbox.Number(i)));

    private string ResultPath(string name) => Path.Combine(folder.FullName, "blobs", "plan.csv.result", name);

    private string[] Result(string name) => File.ReadAllLines(ResultPath(name))[1..];

    private async Task<ProgramRun> RunAsync(SandboxServer server, string script)
    {
        using var file = new ScriptFile($$"""
            . '{{RepositoryFiles.AzureStandIns}}'
            $base = '{{server.BaseUri}}'
            $platform = [pscustomobject]@{ BaseUri = $base; Token = '{{server.Token}}' }
            $azure = Initialize-Azure '{{folder.FullName}}' $platform
            $plan = @{ StorageAccount = 'plans'; Container = 'uponai'; Plan = 'plan.csv' }
            $plan += @{ AccountSid = '{{server.AccountSid}}'; WorkspaceId = {{server.WorkspaceId}} }
            $here = @{ ResourceGroup = 'phones'; AutomationAccount = 'phones'; PollingInterval = 0.2 }
            $count = {{Rows}}
            {{ConnectedSandbox.Rows}} | Export-Csv "$($azure.Folder)/blobs/plan.csv" -NoTypeInformation
            {{script}}
            """);
        return await HostProcess.RunAsync("-File", file.Path);
    }
}
