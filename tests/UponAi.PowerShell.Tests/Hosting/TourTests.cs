using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Hosting;

/// <summary>What a visitor sees who starts the host without arguments: examples/quickstart.ps1, in the sandbox.</summary>
public sealed class TourTests
{
    [Fact]
    public async Task Without_arguments_the_host_shows_the_tour()
    {
        var run = await HostProcess.RunAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("""What if: Performing the operation "Inbound none → agent_reception@2 90%, agent_sales 10%" on target "+14155550104".""", run.Lines);
        Assert.Contains(run.Lines, line => line.StartsWith("+14155550103 ", StringComparison.Ordinal));
        Assert.Contains("   +14155550108 now has 0 inbound and 0 outbound agents.", run.Lines);
    }

    [Fact]
    public async Task The_rows_of_a_table_stand_below_its_header_and_errors_are_on_stderr()
    {
        var run = await HostProcess.RunAsync();

        var rows = Enumerable.Range(0, run.Lines.Length).Where(i => run.Lines[i].StartsWith("+14155550", StringComparison.Ordinal)).ToArray();
        Assert.InRange(rows[0], Array.FindIndex(run.Lines, line => line.StartsWith("Number ", StringComparison.Ordinal)), run.Lines.Length);
        Assert.InRange(rows[^1], 0, Array.FindIndex(run.Lines, line => line.StartsWith("3. ", StringComparison.Ordinal)));
        Assert.Contains("total 0.9 (90%)", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("total 0.9", run.Output, StringComparison.Ordinal);
    }
}
