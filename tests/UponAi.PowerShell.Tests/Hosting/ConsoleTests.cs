using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Hosting;

/// <summary>Tests the host: the PowerShell console with the built module, and on request with the sandbox.</summary>
public sealed class ConsoleTests
{
    [Fact]
    public async Task The_commands_are_PowerShells_own_the_module_is_the_built_one_and_there_is_no_connection()
    {
        var run = await HostProcess.RunAsync("-Command", """
            (Get-Command Import-Csv, ConvertTo-Json).Source
            Test-Path $PSHOME/Modules/PSReadLine
            (Get-Module UponAi).ModuleBase
            Get-UponAiConnection
            exit 3
            """);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(
            [
                "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Utility", "True",
                Path.GetDirectoryName(RepositoryFiles.Manifest)!,
            ],
            run.Lines);
    }

    [Fact]
    public async Task A_switch_that_the_console_does_not_know_ends_it_with_64() =>
        Assert.Equal(64, (await HostProcess.RunAsync("-OutputFormat", "nonsense")).ExitCode);

    [Fact]
    public async Task A_script_receives_the_arguments_behind_its_name()
    {
        using var file = new ScriptFile("param([string] $First, [switch] $On) \"$First|$On|$args|$PSCommandPath\"");

        var run = await HostProcess.RunAsync("-File", file.Path, "-On", "two words", "-Sandbox");

        Assert.Equal([$"two words|True|-Sandbox|{file.Path}"], run.Lines);
    }

    [Fact]
    public async Task A_job_runs_in_a_process_of_its_own()
    {
        var run = await HostProcess.RunAsync("-Command", """
            $there = Start-Job { $PID; "$($PSVersionTable.PSVersion)" } | Receive-Job -Wait
            $there[0] -ne $PID
            $there[1] -eq $PSVersionTable.PSVersion
            """);

        Assert.Equal(["True", "True"], run.Lines);
    }

    [Fact]
    public async Task The_sandbox_sets_the_variables_for_its_connection_and_an_unanswered_question_is_an_error()
    {
        var run = await HostProcess.RunAsync("-Sandbox", "-NonInteractive", "-Command", """
            $connection = Get-UponAiConnection
            $connection.BaseUri.IsLoopback
            $connection.WorkspaceId
            (Get-UponAiNumber 101).Number
            Clear-UponAiNumberAssignment '+14155550100'
            """);

        Assert.Equal(["True", "1", "101"], run.Lines);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("NonInteractive", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prompt_completes_commands_and_is_connected_to_the_sandbox()
    {
        const string Typed =
            "(TabExpansion2 Set-UponAiN).CompletionMatches.CompletionText; (Get-UponAiNumber 101).Number\nexit 7\n";

        var run = await HostProcess.RunInputAsync(Typed, "-NoExit", "-NoProfile");

        Assert.Equal(7, run.ExitCode);
        Assert.Matches("^PowerShell with the UponAi module. Connected to the sandbox at http://127.0.0.1:", run.Output);
        Assert.Subset(run.Lines.ToHashSet(), new HashSet<string> { "Set-UponAiNumberAssignment", "101" });
    }

    [Theory]
    [InlineData("-?")]
    [InlineData("--help")]
    public async Task Help_names_the_switches_of_pwsh_and_last_the_hosts_own(string argument)
    {
        var run = await HostProcess.RunAsync(argument);

        Assert.Equal(0, run.ExitCode);
        var (pwsh, own) = (run.Output.IndexOf("-WorkingDirectory", StringComparison.Ordinal),
            run.Output.IndexOf("dotnet run --project src/UponAi.Host", StringComparison.Ordinal));
        Assert.InRange(pwsh, 0, own);
        string[] names = ["-Sandbox", "-NoExit", "-OutputFormat"];
        Assert.All(names, name => Assert.Contains(name, run.Output, StringComparison.Ordinal));
    }
}
