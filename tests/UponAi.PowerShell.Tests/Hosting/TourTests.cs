using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Hosting;

/// <summary>Tests examples/quickstart.ps1 in the sandbox, the first example that a visitor runs.</summary>
public sealed class TourTests
{
    [Fact]
    public async Task Without_arguments_the_host_shows_the_tour()
    {
        var run = await HostProcess.RunAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            "What if: Performing the operation \"Inbound none → agent_reception@2 90%, agent_sales 10%\" "
            + "on target \"+14155550104\".",
            run.Lines);
        Assert.Contains("   +14155550108 now has 0 inbound and 0 outbound agents.", run.Lines);

        // The rows of the table come after its header and before the next step.
        int[] rows = [.. Enumerable.Range(0, run.Lines.Length).Where(i => Starts(run.Lines[i], "+14155550"))];
        Assert.Contains(rows, i => Starts(run.Lines[i], "+14155550103 "));
        Assert.InRange(rows[0], Array.FindIndex(run.Lines, line => Starts(line, "Number ")), run.Lines.Length);
        Assert.InRange(rows[^1], 0, Array.FindIndex(run.Lines, line => Starts(line, "3. ")));

        Assert.Contains("total 0.9 (90%)", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("total 0.9", run.Output, StringComparison.Ordinal);

        static bool Starts(string line, string text) => line.StartsWith(text, StringComparison.Ordinal);
    }
}
