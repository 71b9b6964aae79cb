using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Hosting;

/// <summary>The host ends as pwsh would.</summary>
public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("'fine'", 0)]
    [InlineData("exit 3", 3)]
    [InlineData("exit", 0)]
    [InlineData("throw 'no'", 1)]
    [InlineData("No-SuchCommand", 1)]
    [InlineData("No-SuchCommand; 'fine'", 0)]
    [InlineData("'fine'; No-SuchCommand", 1)]
    [InlineData("Set-UponAiNumberAssignment '..' agent_a -WhatIf", 1)]
    [InlineData("Set-UponAiNumberAssignment '..' agent_a -WhatIf; 'fine'", 0)]
    [InlineData("Set-UponAiNumberAssignment '..' agent_a -WhatIf -ErrorAction SilentlyContinue; 'fine'", 0)]
    [InlineData("try { throw 'no' } catch { 'caught' }", 0)]
    [InlineData("this is ( no script", 1)]
    public async Task A_command_ends_with(string command, int exitCode) => Assert.Equal(exitCode, (await HostProcess.RunAsync("-Command", command)).ExitCode);

    [Theory]
    [InlineData("'fine'", 0)]
    [InlineData("exit 3", 3)]
    [InlineData("exit 0", 0)]
    [InlineData("throw 'no'", 1)]
    [InlineData("No-SuchCommand; 'fine'", 0)]
    [InlineData("'fine'; No-SuchCommand", 0)]
    [InlineData("try { throw 'no' } catch { exit 5 }", 5)]
    public async Task A_script_ends_with(string script, int exitCode)
    {
        using var file = new ScriptFile(script);

        Assert.Equal(exitCode, (await HostProcess.RunAsync("-File", file.Path)).ExitCode);
    }

    [Theory]
    [InlineData("-Foo")]
    [InlineData("-Sandbox")]
    [InlineData("-File")]
    [InlineData("-Command")]
    [InlineData("-Sandbox", "-Foo", "-Command", "1")]
    public async Task Switches_that_cannot_be_read_end_with_64_and_say_what_is_wrong(params string[] arguments)
    {
        var run = await HostProcess.RunAsync(arguments);

        Assert.Equal(64, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task A_script_that_is_not_there_ends_with_64()
    {
        var run = await HostProcess.RunAsync("-File", "no-such-script.ps1");

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains("The argument 'no-such-script.ps1' to the -File parameter does not exist.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_the_switches_and_ends_with_0()
    {
        var run = await HostProcess.RunAsync("-?");

        Assert.Equal(0, run.ExitCode);
        Assert.All(new[] { "-Sandbox", "-File", "-Command" }, name => Assert.Contains(name, run.Output, StringComparison.Ordinal));
    }
}
