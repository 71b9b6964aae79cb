using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>
/// Tests restores after other restores, on two numbers. Somebody changes both to agent_sales without the journal.
/// </summary>
public sealed class RepeatedRestoreTests : IDisposable
{
    private const string Night = "Set-UponAiNumberAssignment -InboundAgent agent_night -JournalPath $journal";
    private const string Reception = "Set-UponAiNumberAssignment -InboundAgent agent_reception -JournalPath $journal";
    private const string Sales = "Set-UponAiNumberAssignment -InboundAgent agent_sales";
    private const string RestoreAll = "Restore-UponAiNumberAssignment $journal -Confirm:$false";
    private const string RestoreLast =
        RestoreAll + " -Run @(Get-UponAiJournal $journal -Outcome Succeeded, Unknown)[-1].Run -Force";

    private readonly JournalPath journal = new();

    [Theory]
    [InlineData(RestoreAll + " -Force")]
    [InlineData(RestoreAll + " -Force -ThrottleLimit 1 | Select-Object -First 1")]
    public async Task A_restore_that_is_repeated_keeps_what_it_restored(string first)
    {
        await using var sandbox = await StartAsync();
        var before = States(sandbox);
        await RunAsync(sandbox, Change(Night), Change(Sales), first);

        await RunAsync(sandbox, RestoreAll + " -Force");
        Assert.Equal(before, States(sandbox));
        await RunAsync(sandbox, RestoreAll + " -Force", RestoreAll);
        Assert.Equal(before, States(sandbox));
    }

    [Fact]
    public async Task A_restore_of_all_runs_follows_a_restore_of_one_run()
    {
        await using var sandbox = await StartAsync();
        var before = States(sandbox);
        await RunAsync(sandbox, Change(Night), Change(Reception), Change(Sales), RestoreLast);
        Assert.Equal(["agent_night", "agent_night"], States(sandbox));

        await RunAsync(sandbox, RestoreAll);

        Assert.Equal(before, States(sandbox));
    }

    [Fact]
    public async Task A_run_after_a_restore_is_undone_to_the_restored_state()
    {
        await using var sandbox = await StartAsync();
        var before = States(sandbox);
        await RunAsync(sandbox, Change(Night), Change(Sales), RestoreAll + " -Force", Change(Reception));

        await RunAsync(sandbox, RestoreAll);

        Assert.Equal(before, States(sandbox));
    }

    [Fact]
    public async Task The_change_of_somebody_else_that_an_undone_restore_brought_back_needs_Force()
    {
        await using var sandbox = await StartAsync();
        await RunAsync(sandbox, Change(Night), Change(Sales), RestoreAll + " -Force", RestoreLast);
        Assert.Equal(["agent_sales", "agent_sales"], States(sandbox));

        var outcome = await sandbox.Engine.RunAsync(RestoreAll, ("journal", journal.Value));

        Assert.Equal(["UponAi.ChangedSince", "UponAi.ChangedSince"], outcome.ErrorIds);
        Assert.Equal(["agent_sales", "agent_sales"], States(sandbox));
    }

    public void Dispose() => journal.Dispose();

    private static Task<ConnectedSandbox> StartAsync() =>
        ConnectedSandbox.StartAsync(new SandboxOptions { Numbers = 2 });

    private static string Change(string command) =>
        $"'{ConnectedSandbox.Number(0)}', '{ConnectedSandbox.Number(1)}' | {command}";

    private static string[] States(ConnectedSandbox sandbox) =>
    [
        .. Enumerable.Range(0, 2).Select(i => string.Join(
            ';', sandbox.Server.Snapshot(ConnectedSandbox.Number(i))!.Bindings.Inbound.Select(agent => agent.AgentId))),
    ];

    private async Task RunAsync(ConnectedSandbox sandbox, params string[] commands)
    {
        foreach (var command in commands)
            Assert.Empty((await sandbox.Engine.RunAsync(command, ("journal", journal.Value))).Errors);
    }
}
