using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Hosting;

/// <summary>The host is the PowerShell console with the built module imported, and with the sandbox where it is asked for.</summary>
public sealed class ConsoleTests
{
    [Fact]
    public async Task The_commands_are_PowerShells_own_and_the_module_is_the_built_one()
    {
        var run = await HostProcess.RunAsync("-Command", "(Get-Command Import-Csv, ConvertTo-Json).Source; Test-Path $PSHOME/Modules/PSReadLine; (Get-Module UponAi).ModuleBase");

        Assert.Equal(["Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Utility", "True", Path.GetDirectoryName(RepositoryFiles.Manifest)!], run.Lines);
    }

    [Theory]
    [InlineData(3, "-Command", "exit 3")]
    [InlineData(1, "-Command", "Set-UponAiNumberAssignment '..' agent_a -WhatIf")]
    [InlineData(64, "-File", "no-such-script.ps1")]
    [InlineData(64, "-OutputFormat", "nonsense")]
    public async Task It_ends_with_the_exit_code_of_the_console(int exitCode, params string[] arguments) =>
        Assert.Equal(exitCode, (await HostProcess.RunAsync(arguments)).ExitCode);

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
        var run = await HostProcess.RunAsync("-Command", "Start-Job { $PID; $PSVersionTable.PSVersion.ToString() } | Receive-Job -Wait -OutVariable said; $said[0] -ne $PID; $PSVersionTable.PSVersion.ToString()");

        Assert.Equal("", run.Error);
        Assert.Equal("True", run.Lines[2]);
        Assert.Equal(run.Lines[3], run.Lines[1]);
    }

    [Fact]
    public async Task The_sandbox_sets_the_variables_for_its_connection()
    {
        var run = await HostProcess.RunAsync("-Sandbox", "-Command", "$c = Get-UponAiConnection; $c.BaseUri.IsLoopback; $c.WorkspaceId; (Get-UponAiNumber 101).Number");

        Assert.Equal(["True", "1", "101"], run.Lines);
    }

    [Fact]
    public async Task Without_the_sandbox_there_is_no_connection() =>
        Assert.Empty((await HostProcess.RunAsync("-Command", "Get-UponAiConnection")).Output);

    [Fact]
    public async Task A_prompt_completes_commands_and_is_connected_to_the_sandbox()
    {
        var run = await HostProcess.RunInputAsync("(TabExpansion2 Set-UponAiN).CompletionMatches.CompletionText; (Get-UponAiNumber 101).Number\nexit 7\n", "-NoExit", "-NoProfile");

        Assert.Equal(7, run.ExitCode);
        Assert.Contains(run.Lines, line => line.StartsWith("PowerShell with the UponAi module. Connected to the sandbox at http://127.0.0.1:", StringComparison.Ordinal));
        Assert.Subset(run.Lines.ToHashSet(), new HashSet<string> { "Set-UponAiNumberAssignment", "101" });
    }

    [Fact]
    public async Task Help_names_the_hosts_own_switch_and_those_of_pwsh()
    {
        var run = await HostProcess.RunAsync("-?");

        Assert.Equal(0, run.ExitCode);
        Assert.All(new[] { "-Sandbox", "-NoExit", "-OutputFormat" }, name => Assert.Contains(name, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_that_nobody_can_answer_is_an_error()
    {
        var run = await HostProcess.RunAsync("-Sandbox", "-NonInteractive", "-Command", "Clear-UponAiNumberAssignment '+14155550100'");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("NonInteractive", run.Error, StringComparison.Ordinal);
    }
}
