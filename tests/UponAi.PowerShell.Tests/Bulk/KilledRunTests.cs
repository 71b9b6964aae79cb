using System.Text.Json;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>
/// Tests that the journal knows the finished rows of a process that was killed three times, each time at a random
/// moment.
/// </summary>
public sealed class KilledRunTests : IDisposable
{
    private const int Rows = 3000;
    private const int Kills = 3;

    // Each kill comes before the end of the run, because three times this number is less than the number of journal
    // lines.
    private const int MostBytesBetweenKills = Rows * 900 / (Kills + 1);

    private readonly JournalPath journal = new();

    [Fact]
    public async Task In_the_end_the_platform_is_as_planned_and_nothing_that_was_known_to_be_done_was_sent_again()
    {
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions { Numbers = Rows, Latency = TimeSpan.FromMilliseconds(20) },
            TestTimeout.Token);
        var script = $"$count = {Rows}; $null = {ConnectedSandbox.Rows} | Set-UponAiNumberAssignment -JournalPath "
            + $"'{journal.Value}' -ThrottleLimit 32";
        var known = new Dictionary<string, int>();

        for (var kill = 1; kill <= Kills; kill++)
        {
            var until = journal.Length + Random.Shared.Next(1, MostBytesBetweenKills);
            await using var host = new KillableHost(server, script);
            while (journal.Length < until && !host.HasExited) await Task.Delay(1, TestTimeout.Token);
            Assert.False(host.HasExited);
            await host.KillAsync();

            foreach (var number in journal.Succeeded) known.TryAdd(number, ConnectedSandbox.Applied(server, number));
        }

        await using var last = new KillableHost(server, script);
        var (exitCode, said) = await last.EndAsync();

        Assert.Equal((0, ""), (exitCode, said));
        Assert.InRange(known.Count, 1, Rows - 1);
        Assert.All(known, number => Assert.Equal(number.Value, ConnectedSandbox.Applied(server, number.Key)));
        Assert.All(
            Enumerable.Range(0, Rows).Select(ConnectedSandbox.Number),
            number => ConnectedSandbox.AssertPlanned(server, number));
        Assert.EndsWith("}\n", journal.Text, StringComparison.Ordinal);
        Assert.Equal(Rows, journal.Succeeded.Count);
        Assert.All(journal.Text.TrimEnd('\n').Split('\n'), line => JsonDocument.Parse(line).Dispose());
    }

    public void Dispose() => journal.Dispose();
}
