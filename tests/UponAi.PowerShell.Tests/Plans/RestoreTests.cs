using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;

namespace UponAi.PowerShell.Tests.Plans;

/// <summary>
/// Tests a backup, a large change on a platform with a fault in every fifth response, and the restored state.
/// </summary>
public sealed class RestoreTests
{
    private const int Rows = 400;

    private const string Before =
        """
        0..($count - 1) | ForEach-Object {
            [pscustomobject]@{
                Number = '+1999{0:D7}' -f $_
                InboundAgents = ('none', 'agent_sales', 'agent_reception@2=90%;agent_night',
                    'agent_sales;agent_support;agent_night')[$_ % 4]
                OutboundAgents = ('agent_sales@1', 'none', 'agent_sales=33.3333%;agent_support')[$_ % 3]
                InboundWebhookUrl = ('none', 'https://hooks.example.com/in?a=1&b=2')[$_ % 2]
                TimeRouting = $_ % 5 -eq 0
            }
        }
        """;

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task A_backup_restores_what_a_bulk_change_with_faults_has_changed(string format)
    {
        using var folder = new PlanFolder();
        await using var sandbox = await ConnectedSandbox.StartAsync(
            new SandboxOptions
            {
                Numbers = Rows, FaultRate = 0.2, Seed = 11, SlowBodyDelay = TimeSpan.FromMilliseconds(20)
            });

        var outcome = await folder.RunAsync(
            sandbox.Engine,
            $$"""
            function Set-All($rows) {
                while ($rows) {
                    $rows |
                        Set-UponAiNumberAssignment -ErrorVariable failed -ErrorAction SilentlyContinue `
                            -WarningAction SilentlyContinue
                    $rows = @($failed.TargetObject)
                }
            }
            $rows = @({{Before}})
            $null = Set-All $rows
            Get-UponAiNumber +1999* | Export-UponAiNumberAssignment backup.{{format}}
            """,
            ("count", Rows));
        Assert.Empty(outcome.Errors);
        var before = await PlatformState.ListAsync(sandbox.Server);

        await folder.RunAsync(
            sandbox.Engine,
            $"{ConnectedSandbox.Rows} | Set-UponAiNumberAssignment -OutboundAgent agent_night "
            + "-InboundWebhookUrl none -TimeRouting $true -WarningAction SilentlyContinue 2> $null");
        Assert.NotEqual(before, await PlatformState.ListAsync(sandbox.Server));

        outcome = await folder.RunAsync(sandbox.Engine, $"Set-All @(Import-UponAiNumberAssignment backup.{format})");
        Assert.Empty(outcome.Errors);
        Assert.Equal(Rows, outcome.Output.Count);
        Assert.Equal(before, await PlatformState.ListAsync(sandbox.Server));
    }
}
