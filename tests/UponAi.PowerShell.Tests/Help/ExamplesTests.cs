using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Help;

/// <summary>Every example of the help runs in the sandbox as it stands there. What needs a person, or a command that the engine alone lacks, has a stand-in here.</summary>
public sealed class ExamplesTests : IDisposable
{
    private const string Preparation =
        """
        $ConfirmPreference = 'None'
        function Get-Secret([string] $Text) { $secret = [securestring]::new(); foreach ($c in $Text.ToCharArray()) { $secret.AppendChar($c) }; $secret }
        function Read-Host([switch] $AsSecureString) { Get-Secret $env:UPONAI_TOKEN }
        function Get-Credential([string] $UserName) { [pscredential]::new('token', (Get-Secret $env:UPONAI_TOKEN)) }
        function Get-AutomationPSCredential([string] $Name) { Get-Credential }
        $salesToken = Get-Secret $env:UPONAI_TOKEN
        $supportToken = Get-Secret "$env:UPONAI_TOKEN-other"

        function Test-Example([string] $Title, [string] $Code) {
            $Error.Clear()
            try { $null = & ([scriptblock]::Create($Code)) 3> $null 6> $null } catch { }
            if ($Error) { "FAILED $Title`: $($Error[$Error.Count - 1])" } else { "RAN $Title" }
        }

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("UponAi ");

    [Fact]
    public async Task Those_of_the_commands_run()
    {
        var run = await RunAsync(
            """
            foreach ($command in Get-Command -Module UponAi) {
                foreach ($example in (Get-Help $command).examples.example) { Test-Example "$($command.Name) $($example.title)" $example.code }
            }
            """);

        Assert.DoesNotContain(run.Lines, line => line.StartsWith("FAILED ", StringComparison.Ordinal));
        Assert.True(run.Lines.Count(line => line.StartsWith("RAN ", StringComparison.Ordinal)) >= 18, run.Output + run.Error);
    }

    [Fact]
    public async Task Those_of_the_topics_run()
    {
        var run = await RunAsync(
            """
            foreach ($topic in Get-Help about_UponAi*) {
                $code = ((Get-Help $topic.Name) -split "`n" | ForEach-Object { if ($_ -match '^ +PS> (.*)$') { $Matches[1] } }) -join "`n"
                Test-Example $topic.Name $code
            }
            """);

        Assert.Equal(["RAN about_UponAi", "RAN about_UponAi_Bulk", "RAN about_UponAi_Security"], run.Lines.Where(line => !line.StartsWith("What if", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<ProgramRun> RunAsync(string examples)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "plan.csv"), "Number,InboundAgents\n+14155550103,agent_sales\n+14155550104,agent_night\n");
        // Further runspaces find the module as they do where it is installed.
        var modules = Path.GetDirectoryName(Path.GetDirectoryName(RepositoryFiles.Manifest));
        using var script = new ScriptFile($"{Preparation}\n$env:PSModulePath = '{modules}'\n$null = $ExecutionContext.SessionState.Path.SetLocation('{folder.FullName}')\n{examples}");
        return await HostProcess.RunAsync("-Sandbox", "-File", script.Path);
    }
}
