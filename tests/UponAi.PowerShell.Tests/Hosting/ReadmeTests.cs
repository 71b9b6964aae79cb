using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Hosting;

/// <summary>What the README shows first does what it says, in the sandbox.</summary>
public sealed class ReadmeTests : IDisposable
{
    private const string Plan = "Number,InboundAgents\n+14155550103,agent_sales\n+14155550104,agent_night\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("UponAi ");

    [Fact]
    public async Task Its_first_commands_run()
    {
        var run = await RunAsync(Plan);

        Assert.Empty(run.Error);
        Assert.Equal(["+14155550100", "+14155550100", "+14155550103", "+14155550104", "+14155550100"], Numbers(run));
        Assert.Contains(run.Lines, line => line.Contains(" in    agent_reception 90%", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.Contains(" agent_sales@2 10%", StringComparison.Ordinal));
        Assert.Equal(2, run.Lines.Count(line => line.StartsWith("What if: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Its_first_commands_send_a_failed_row_once_more()
    {
        var run = await RunAsync(Plan + "+14155550188,agent_sales\n");

        Assert.Equal(2, run.Error.Split("has no number +14155550188").Length - 1);
        Assert.Equal(["+14155550100", "+14155550100", "+14155550103", "+14155550104", "+14155550100"], Numbers(run));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<ProgramRun> RunAsync(string plan)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "plan.csv"), plan);
        var block = File.ReadAllText(RepositoryFiles.Readme).ReplaceLineEndings("\n").Split("```powershell\n")[1].Split("```")[0];
        // Nobody is there to be asked.
        using var script = new ScriptFile($"$ConfirmPreference = 'None'; $null = $ExecutionContext.SessionState.Path.SetLocation('{folder.FullName}')\n{block}");
        return await HostProcess.RunAsync("-Sandbox", "-File", script.Path);
    }

    private static IEnumerable<string> Numbers(ProgramRun run) => run.Lines.Where(line => line.StartsWith('+')).Select(line => line.Split(' ')[0]);
}
