using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Hosting;

/// <summary>What stands behind -File's script belongs to the script, what stands behind -Command is the command.</summary>
public sealed class ScriptArgumentsTests
{
    private const string Show = "param([string] $First, [string] $Second, [switch] $On, [int] $Count) \"$First|$Second|$On|$Count\"; \"rest: $args\"";

    [Theory]
    [InlineData("one|two|False|0", "one", "two")]
    [InlineData("two words|it's \"quoted\" $HOME|False|0", "two words", "it's \"quoted\" $HOME")]
    [InlineData("one|two|True|7", "-Second", "two", "-On", "-First", "one", "-Count", "7")]
    [InlineData("one||True|0", "-on", "one")]
    [InlineData("a:b|two|False|0", "-First:a:b", "-Second:", "two")]
    [InlineData("||False|0", "-On:$false")]
    [InlineData("||True|0", "-On:$true")]
    [InlineData("-1||False|0", "-1")]
    [InlineData("-Command||False|0", "-First", "-Command")]
    public async Task Arguments_reach_the_script_by_position_and_by_name(string line, params string[] arguments)
    {
        using var file = new ScriptFile(Show.Split(';')[0]);

        var run = await HostProcess.RunAsync(["-File", file.Path, .. arguments]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(line, Assert.Single(run.Lines));
    }

    [Fact]
    public async Task A_script_knows_where_it_is()
    {
        using var file = new ScriptFile("$PSScriptRoot; $PSCommandPath");

        var run = await HostProcess.RunAsync("-File", file.Path);

        Assert.Equal([Path.GetDirectoryName(file.Path)!, file.Path], run.Lines);
    }

    [Fact]
    public async Task An_argument_that_the_script_does_not_know_is_an_error()
    {
        using var file = new ScriptFile("[CmdletBinding()] param([string] $First) $First");

        var run = await HostProcess.RunAsync("-File", file.Path, "-Third", "x");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Third", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_behind_Command_are_one_text()
    {
        var run = await HostProcess.RunAsync("-Command", "'one';", "'two'", "+", "'-File'");

        Assert.Equal(["one", "two-File"], run.Lines);
    }
}
