using System.Collections.Concurrent;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>
/// Tests that results are written while rows are still read, and that finished rows do not stay in memory.
/// </summary>
public sealed class StreamingTests
{
    [Fact]
    public async Task With_a_slow_producer_what_has_finished_leaves_at_the_next_row()
    {
        var release = new TaskCompletionSource();
        await using var platform = await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            request.Target.Contains("/101/", StringComparison.Ordinal)
                || request.Target.Contains("/102/", StringComparison.Ordinal)
                ? ConnectedPlatform.Agree(request)
                : ConnectedPlatform.Agree(request).After(release.Task)));
        var seen = new ConcurrentQueue<string>();

        using var running = platform.Engine.Start(
            """
            & { 101; 102; $next = 103; while ($seen.Count -lt 2) { ($next++); [Threading.Thread]::Sleep(20) } } |
                Set-UponAiNumberAssignment -InboundAgent agent_a -ThrottleLimit 256 |
                    ForEach-Object { $seen.Enqueue("$_"); $_ }
            """,
            ("seen", seen));
        while (seen.Count < 2) await Task.Delay(10, TestTimeout.Token);
        var beforeTheRest = seen.ToArray();
        release.SetResult();
        var outcome = await running.EndAsync();

        Assert.Equal(["101", "102"], beforeTheRest);
        Assert.Equal(Enumerable.Range(101, outcome.Texts.Count).Select(i => $"{i}"), outcome.Texts);
        Assert.True(outcome.Texts.Count > 2);
    }

    [Fact]
    public async Task Errors_of_rows_that_are_not_sent_wait_for_the_slow_rows_before_them()
    {
        var release = new TaskCompletionSource();
        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(request => ConnectedPlatform.Agree(request).After(release.Task)));

        using var running = platform.Engine.Start(
            "'101', 'no number', '102', '', '103' | Set-UponAiNumberAssignment -InboundAgent agent_a 2>&1");
        await platform.Server.WaitForRequestsAsync(3, TestTimeout.Token);
        release.SetResult();
        var outcome = await running.EndAsync();

        Assert.Equal(
            ["101", "UponAi.InvalidNumber", "102", "UponAi.InvalidNumber", "103"],
            outcome.Output.Select(
                item =>
                    item!.BaseObject is System.Management.Automation.ErrorRecord error ? error.Id() : item.ToString()));
    }
}
