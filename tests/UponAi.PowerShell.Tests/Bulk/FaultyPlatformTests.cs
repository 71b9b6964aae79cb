using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>
/// A large run against a platform of which every fifth answer is a fault: 429, 503, a reset, a cut-off or a slow one.
/// </summary>
public sealed class FaultyPlatformTests
{
    private const int Rows = 1000;

    [Fact]
    public async Task Every_row_ends_once_and_where_it_says_so_the_platform_is_as_planned()
    {
        await using var sandbox = await ConnectedSandbox.StartAsync(
            new SandboxOptions
            {
                Numbers = Rows, FaultRate = 0.2, Seed = 7, SlowBodyDelay = TimeSpan.FromMilliseconds(20)
            });

        var outcome = await sandbox.Engine.RunAsync(
            ConnectedSandbox.Rows
                + " | Set-UponAiNumberAssignment -ThrottleLimit 64 -WarningAction SilentlyContinue 2>&1",
            ("count", Rows));

        var ended = outcome.Output.Select(
            item =>
                item!.BaseObject is ErrorRecord error ? (Number: NumberOf(error), IsDone: false) : (
                    Number: item.ToString(),
                    IsDone: true)).ToList();
        Assert.Equal(Enumerable.Range(0, Rows).Select(ConnectedSandbox.Number), ended.Select(row => row.Number));
        Assert.All(ended.Where(row => row.IsDone), row => ConnectedSandbox.AssertPlanned(sandbox.Server, row.Number));
        Assert.InRange(ended.Count(row => row.IsDone), Rows * 99 / 100, Rows);
        Assert.True(sandbox.Server.Requests.Total > Rows * 11 / 10);
    }

    private static string NumberOf(ErrorRecord error) =>
        ((PSObject)error.TargetObject).Properties["Number"].Value.ToString()!;
}
