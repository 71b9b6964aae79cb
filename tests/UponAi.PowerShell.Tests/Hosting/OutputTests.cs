using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Hosting;

/// <summary>Results on stdout, errors on stderr, and nothing lost of either.</summary>
public sealed class OutputTests
{
    private const string Assign = "Set-UponAiNumberAssignment '+14155550103', '+14155550188', '+14155550104' agent_sales";

    [Fact]
    public async Task Rows_are_on_stdout_and_errors_on_stderr()
    {
        var run = await HostProcess.RunAsync("-Sandbox", "-Command", Assign);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["+14155550103", "+14155550104"], Numbers(run));
        Assert.Contains("The platform has no number +14155550188 in workspace 1", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("+14155550188", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throw 'Enough.'")]
    [InlineData("Set-UponAiNumberAssignment '+14155550188' agent_sales -ErrorAction Stop")]
    public async Task The_rows_before_a_terminating_error_are_not_lost(string last)
    {
        var run = await HostProcess.RunAsync("-Sandbox", "-Command", $"Set-UponAiNumberAssignment '+14155550103', '+14155550104' agent_sales; {last}; 'never'");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["+14155550103", "+14155550104"], Numbers(run));
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("never", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_ends_with_an_error_does_not_end_the_script()
    {
        var run = await HostProcess.RunAsync("-Command", "Set-UponAiNumberAssignment 101 agent_a; 'went on'");

        Assert.Equal(["went on"], run.Lines);
        Assert.Contains("Not connected. Run Connect-UponAi", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task A_question_that_nobody_can_answer_is_an_error_that_names_the_way_out()
    {
        var run = await HostProcess.RunAsync("-Sandbox", "-Command", "Clear-UponAiNumberAssignment '+14155550100'");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("For unattended use give -Confirm:$false.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_escape_sequences_are_written_where_nobody_looks()
    {
        var run = await HostProcess.RunAsync("-Sandbox", "-Command", Assign + " -Verbose -WarningAction Continue");

        Assert.DoesNotContain('\u001b', run.Output + run.Error);
        Assert.Contains("VERBOSE: PUT /api/numbers/%2B14155550103/agent: 200, 1 attempt", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sandbox_sets_the_variables_for_its_connection()
    {
        var run = await HostProcess.RunAsync("-Sandbox", "-Command", "$c = Get-UponAiConnection; $c.BaseUri.IsLoopback; $c.WorkspaceId");

        Assert.Equal(["True", "1"], run.Lines);
    }

    [Fact]
    public async Task Without_the_sandbox_there_is_no_connection() => Assert.Empty((await HostProcess.RunAsync("-Command", "Get-UponAiConnection")).Output);

    private static IEnumerable<string> Numbers(ProgramRun run) => run.Lines.Where(line => line.StartsWith('+')).Select(line => line.Split(' ')[0]);
}
