using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Hosting;

/// <summary>What somebody sees who starts the host for the first time: examples/quickstart.ps1, in the sandbox.</summary>
public sealed class QuickstartTests
{
    [Fact]
    public async Task Without_arguments_the_quickstart_shows_the_main_job_and_ends_well()
    {
        var run = await HostProcess.RunAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("""What if: Performing the operation "Inbound none → agent_reception@2 90%, agent_sales 10%" on target "+14155550104".""", run.Lines);
        Assert.Contains("""What if: Performing the operation "Webhook https://hooks.example.com/inbound → none" on target "+14155550101".""", run.Lines);
        Assert.All(
            new[]
            {
                @"^Number +Inbound +Outbound +Webhook +Time Workspace$",
                @"^\+14155550103 +agent_reception +agent_sales +on +1$",
                @"^\+14155550104 +agent_reception@2 90%, agent_sales 10% +off +1$",
                @"^\+14155550106 +agent_support@4 +agent_support@4 +https://hooks\.example\.c\S* +off +1$",
                @"^0102 +agent_night +off +1$",
                @"^\+14155550101 +agent_reception +on +1$",
                @"^   \+14155550108 now reaches agent_reception@3 90%, agent_sales 10%\.$",
                @"^   \+14155550108 now has 0 inbound and 0 outbound agents\.$",
                @"^   \+14155550107, Split that does not total 100 %: UponAi\.InvalidAgentSplit$",
                @"^   \+14155550188, Number that the account does not have: UponAi\.NotFound$",
            },
            pattern => Assert.Contains(run.Lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, pattern)));
    }

    [Fact]
    public async Task No_row_of_a_table_is_far_from_its_header()
    {
        var lines = (await HostProcess.RunAsync()).Lines;

        var rows = Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith('+') || lines[i].StartsWith("0102 ", StringComparison.Ordinal));
        Assert.InRange(rows.First(), Array.FindIndex(lines, line => line.StartsWith("Number ", StringComparison.Ordinal)), lines.Length);
        Assert.InRange(rows.Last(), 0, Array.FindIndex(lines, line => line.StartsWith("3. ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Its_errors_are_on_stderr()
    {
        var run = await HostProcess.RunAsync();

        Assert.Contains("total 0.9 (90%)", run.Error, StringComparison.Ordinal);
        Assert.Contains("has no number +14155550188", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("total 0.9", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_keeps_away_from_anything_but_a_sandbox()
    {
        var quickstart = Path.Combine(Path.GetDirectoryName(RepositoryFiles.Manifest)!, "..", "..", "examples", "quickstart.ps1");
        using var file = new ScriptFile($"Connect-UponAi -Token ([System.Management.Automation.PSCredential]::new('me', ('key' | ForEach-Object {{ $s = [securestring]::new(); $s.AppendChar('k'); $s }})).Password); & '{quickstart}'");

        var run = await HostProcess.RunAsync("-File", file.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("made for the sandbox, and the connection is to https://api.upon-ai.com/", run.Error, StringComparison.Ordinal);
    }
}
