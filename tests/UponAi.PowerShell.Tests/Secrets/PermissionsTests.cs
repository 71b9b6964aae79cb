using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Secrets;

/// <summary>
/// Tests that only the owner can read new journals and plans, even in a process whose new files are public. On Windows,
/// the permissions of the folder apply instead.
/// </summary>
public sealed class PermissionsTests : IDisposable
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everybodys =
        OwnersAlone | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite;

    private const string Script =
        """
        [pscustomobject]@{ Number = 101; InboundAgents = 'agent_sales' } |
            Set-UponAiNumberAssignment -JournalPath run.jsonl | Export-UponAiNumberAssignment plan.csv -Force
        Get-UponAiNumber 101 | Export-UponAiNumberAssignment plan.json -Force
        """;

    private readonly PlanFolder folder = new();

    [Fact]
    public async Task New_journals_and_plans_are_private_without_a_file_mode_mask()
    {
        await RunAsync();

        AssertModes(OwnersAlone, OwnersAlone);
    }

    [Fact]
    public async Task A_replaced_plan_is_private_and_an_existing_journal_keeps_its_permissions()
    {
        foreach (var name in new[] { "run.jsonl", "plan.csv", "plan.json" })
        {
            File.WriteAllText(folder.PathOf(name), "");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.PathOf(name), Everybodys);
        }

        await RunAsync();

        AssertModes(OwnersAlone, Everybodys);
    }

    public void Dispose() => folder.Dispose();

    private void AssertModes(UnixFileMode plan, UnixFileMode journal)
    {
        Assert.All(
            new[] { "run.jsonl", "plan.csv", "plan.json" },
            name => Assert.True(new FileInfo(folder.PathOf(name)).Length > 0));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(journal, File.GetUnixFileMode(folder.PathOf("run.jsonl")));
        Assert.Equal(plan, File.GetUnixFileMode(folder.PathOf("plan.csv")));
        Assert.Equal(plan, File.GetUnixFileMode(folder.PathOf("plan.json")));
    }

    private async Task RunAsync()
    {
        var run = await HostProcess.RunUnmaskedAsync(folder.FullName, "-Sandbox", "-Command", Script);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }
}
