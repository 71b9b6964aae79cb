using System.Collections;
using System.Management.Automation.Language;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;

namespace UponAi.PowerShell.Tests.Examples;

/// <summary>The runbooks of examples/azure-automation, with stand-ins for the commands that only Azure has: blobs are files, jobs run where they are started.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class RunbooksTests : IDisposable
{
    private const string StandIns =
        """
        $started = @{}
        function Connect-AzAccount([switch] $Identity) { }
        function New-AzStorageContext([string] $StorageAccountName, [switch] $UseConnectedAccount) { 'context' }
        function Get-AzStorageBlobContent($Context, $Container, $Blob, $Destination, [switch] $Force) { [IO.File]::Copy("$blobs/$Blob", $Destination, $true) }
        function Set-AzStorageBlobContent($Context, $Container, $File, $Blob, [switch] $Force) {
            $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName("$blobs/$Blob"))
            [IO.File]::Copy($File, "$blobs/$Blob", $true)
        }
        function New-Token { $token = [securestring]::new(); foreach ($c in $env:UPONAI_TOKEN.ToCharArray()) { $token.AppendChar($c) }; $token }
        function Get-AutomationPSCredential([string] $Name) { [pscredential]::new('token', (New-Token)) }
        function Get-Secret([string] $Vault, [string] $Name) { New-Token }
        function Start-AzAutomationRunbook($ResourceGroupName, $AutomationAccountName, $Name, $Parameters) {
            $id = [guid]::NewGuid()
            $started[$id] = 'Completed'
            try { $null = & "$runbooks/$Name.ps1" @Parameters 2> $null 6> $null } catch { $started[$id] = 'Failed' }
            [pscustomobject]@{ JobId = $id }
        }
        function Get-AzAutomationJob($ResourceGroupName, $AutomationAccountName, $Id) { [pscustomobject]@{ Status = $started[$Id] } }
        $parameters = @{ StorageAccount = 'plans'; Container = 'uponai'; Plan = 'plan.csv'; AccountSid = $env:UPONAI_ACCOUNT_SID; WorkspaceId = [int] $env:UPONAI_WORKSPACE_ID }
        $here = @{ ResourceGroup = 'phones'; AutomationAccount = 'phones'; PollingInterval = 0.01 }
        function Show-Inbound { foreach ($phone in Get-UponAiNumber '+14155550103', '+14155550104', '+14155550106', '+14155550107') { "$($phone.Number) $($phone.GetInbound())" } }

        """;

    private static readonly string Runbooks = Path.Combine(RepositoryFiles.Examples, "azure-automation");

    private readonly DirectoryInfo blobs = Directory.CreateTempSubdirectory("UponAi ");

    [Theory]
    [InlineData("")]
    [InlineData("$parameters.VaultName = 'keys'")]
    public async Task A_plan_is_assigned_and_its_result_lies_beside_it(string more)
    {
        WritePlan("+14155550103,agent_sales", "+14155550104,agent_night");

        var run = await RunAsync($"{more}; & \"$runbooks/Invoke-UponAiPlan.ps1\" @parameters; Show-Inbound");

        Assert.Empty(run.Errors);
        Assert.Contains("+14155550103 agent_sales=1", run.Texts);
        Assert.Contains("+14155550104 agent_night=1", run.Texts);
        Assert.Equal(3, Result("numbers-0-of-1.csv").Length);
        Assert.Single(Result("failed-0-of-1.csv"));
    }

    [Fact]
    public async Task A_row_that_fails_fails_the_job_after_the_others_and_is_a_plan_of_its_own()
    {
        WritePlan("+14155550188,agent_sales", "+14155550104,agent_night");

        var run = await RunAsync("try { & \"$runbooks/Invoke-UponAiPlan.ps1\" @parameters } catch { \"failed: $_\" }; Show-Inbound");

        Assert.Contains(run.Texts, line => line.StartsWith("failed: 1 rows failed.", StringComparison.Ordinal));
        Assert.Contains("+14155550104 agent_night=1", run.Texts);
        Assert.Contains("+14155550188", Assert.Single(Result("failed-0-of-1.csv")[1..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_again_it_sends_nothing_that_holds()
    {
        WritePlan("+14155550103,agent_sales", "+14155550104,agent_night");

        var run = await RunAsync("$null = & \"$runbooks/Invoke-UponAiPlan.ps1\" @parameters; & \"$runbooks/Invoke-UponAiPlan.ps1\" @parameters");

        Assert.Empty(run.Errors);
        Assert.Contains(run.Information, line => line.Contains("2 rows: 0 succeeded, 0 failed, 2 skipped", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shards_never_overlap_and_leave_nothing_out()
    {
        WritePlan("+14155550103,agent_sales", "+14155550104,agent_night", "+14155550106,agent_support", "+14155550107,agent_reception");

        var run = await RunAsync("& \"$runbooks/Invoke-UponAiPlanInShards.ps1\" @here -ShardCount 3 -PlanParameters $parameters | ForEach-Object { \"shard $($_.Shard) $($_.Status)\" }; Show-Inbound");

        Assert.Empty(run.Errors);
        Assert.Equal(["shard 0 Completed", "shard 1 Completed", "shard 2 Completed"], run.Texts.Where(line => line.StartsWith("shard", StringComparison.Ordinal)));
        Assert.Equal(["+14155550103 agent_sales=1", "+14155550104 agent_night=1", "+14155550106 agent_support=1", "+14155550107 agent_reception=1"], run.Texts.Where(line => line.StartsWith('+')));
        string[] done = [.. Enumerable.Range(0, 3).SelectMany(shard => Result($"numbers-{shard}-of-3.csv")[1..])];
        Assert.Equal(4, done.Length);
        Assert.Equal(4, done.Select(line => line.Split(',')[0]).Distinct().Count());
    }

    [Fact]
    public async Task A_shard_that_fails_fails_the_job_and_is_named()
    {
        WritePlan("+14155550103,agent_sales", "+14155550188,agent_night");

        var run = await RunAsync("try { $null = & \"$runbooks/Invoke-UponAiPlanInShards.ps1\" @here -ShardCount 2 -PlanParameters ([pscustomobject] $parameters) } catch { \"failed: $_\" }");

        Assert.Contains(run.Texts, line => line.StartsWith("failed: 1 of 2 shards did not complete: 1.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_commands_that_only_Azure_has_are_declared_in_one_place()
    {
        var declaration = Parser.ParseFile(Path.Combine(Runbooks, "AzureCommands.psd1"), out _, out _).Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false)!;
        var declared = ((Hashtable)((HashtableAst)declaration).SafeGetValue()).Values.Cast<object[]>().SelectMany(names => names.Cast<string>());

        var used = Directory.GetFiles(Runbooks, "*.ps1")
            .SelectMany(file => Parser.ParseFile(file, out _, out _).FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true))
            .Select(ast => ((CommandAst)ast).GetCommandName())
            .Where(name => name is not ("Where-Object" or "ForEach-Object") && !name.Contains("-UponAi", StringComparison.Ordinal))
            .Distinct();

        Assert.Equal(used.Order(StringComparer.Ordinal), declared.Order(StringComparer.Ordinal));
        Assert.All(declared, name => Assert.Contains($"function {name}(", StandIns, StringComparison.Ordinal));
    }

    public void Dispose() => blobs.Delete(recursive: true);

    private void WritePlan(params string[] rows) => File.WriteAllLines(Path.Combine(blobs.FullName, "plan.csv"), rows.Prepend("Number,InboundAgents"));

    private string[] Result(string name) => File.ReadAllLines(Path.Combine(blobs.FullName, "plan.csv.result", name));

    private async Task<Outcome> RunAsync(string script)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestTimeout.Token);
        using var variables = new UponAiVariables(
            ("UPONAI_BASE_URI", sandbox.BaseUri.ToString()), ("UPONAI_TOKEN", sandbox.Token),
            ("UPONAI_ACCOUNT_SID", sandbox.AccountSid), ("UPONAI_WORKSPACE_ID", $"{sandbox.WorkspaceId}"));
        using var engine = new Engine();
        return await engine.RunAsync(StandIns + script, ("blobs", blobs.FullName), ("runbooks", Runbooks));
    }
}
