using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>
/// Tests a large run on a platform with faults. The run is killed, resumed and undone, while somebody else changes
/// numbers.
/// </summary>
public sealed class RestoredRunTests : IDisposable
{
    private const int ChangedByOthers = 50;
    private const int BytesOfARow = 1500;

    private readonly JournalPath journal = new();

    [Fact]
    public async Task Every_number_is_as_before_except_those_that_somebody_else_changed()
    {
        var rows = ManyRows.Count(here: 1_000, inCI: 10_000);
        var step = rows / ChangedByOthers / 2;
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions
        {
            Numbers = rows, FaultRate = 0.2, Seed = 17, SlowBodyDelay = TimeSpan.FromMilliseconds(1),
        });
        var before = Enumerable.Range(0, rows).Select(i => State(sandbox, i)).ToArray();
        await KillAsync(sandbox.Server, rows);

        await sandbox.Engine.RunAsync(
            ConnectedSandbox.Rows
                + " | Set-UponAiNumberAssignment -JournalPath $journal -ErrorAction SilentlyContinue | Out-Null",
            ("count", rows), ("journal", journal.Value));
        Assert.All(Enumerable.Range(0, rows), i => Assert.NotEqual(before[i], State(sandbox, i)));
        await sandbox.Engine.RunAsync(
            $"0..{ChangedByOthers - 1} | ForEach-Object {{ '+1999{{0:D7}}' -f ($_ * {step}) }} | "
            + "Set-UponAiNumberAssignment -TimeRouting $true -ErrorAction SilentlyContinue | Out-Null");
        var theirs = Enumerable.Range(0, ChangedByOthers).Select(i => State(sandbox, i * step)).ToArray();

        // The next Restore restores the rows that failed because of a fault.
        var restored = await sandbox.Engine.RunAsync(
            """
            do {
                $null = Restore-UponAiNumberAssignment $journal -Confirm:$false -ErrorAction SilentlyContinue `
                    -ErrorVariable failed
                $ids = @($failed | ForEach-Object { $_.FullyQualifiedErrorId.Split(',')[0] })
            } while ($ids | Where-Object { $_ -ne 'UponAi.ChangedSince' })
            $failed | ForEach-Object { $_.TargetObject.Number }
            """,
            ("journal", journal.Value));

        Assert.Equal(
            Enumerable.Range(0, ChangedByOthers).Select(i => ConnectedSandbox.Number(i * step)),
            restored.Texts.Order(StringComparer.Ordinal));
        Assert.Equal(theirs, Enumerable.Range(0, ChangedByOthers).Select(i => State(sandbox, i * step)));
        Assert.All(
            Enumerable.Range(0, rows).Where(i => i % step != 0 || i >= ChangedByOthers * step),
            i => Assert.Equal(before[i], State(sandbox, i)));
    }

    public void Dispose() => journal.Dispose();

    private async Task KillAsync(SandboxServer server, int rows)
    {
        // The kill comes within the first third of the rows.
        var until = Random.Shared.Next(1, rows * BytesOfARow / 3);
        await using var host = new KillableHost(
            server,
            $"$count = {rows}; $null = {ConnectedSandbox.Rows} | Set-UponAiNumberAssignment -JournalPath "
            + $"'{journal.Value}'");
        while (journal.Length < until && !host.HasExited) await Task.Delay(1, TestTimeout.Token);
        Assert.False(host.HasExited);
        await host.KillAsync();
    }

    private static string State(ConnectedSandbox sandbox, int i)
    {
        var bindings = sandbox.Server.Snapshot(ConnectedSandbox.Number(i))!.Bindings;
        return $"{string.Join(';', bindings.Inbound)} {string.Join(';', bindings.Outbound)} "
            + $"{bindings.InboundWebhookUrl} {bindings.IsTimeRoutingEnabled}";
    }
}
