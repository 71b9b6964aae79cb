using System.Globalization;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>A row that takes long delays the results of the rows behind it, but not their requests.</summary>
public sealed class SlowRowTests
{
    [Fact]
    public async Task All_other_rows_are_sent_while_the_first_one_waits_for_its_response()
    {
        var release = new TaskCompletionSource();
        await using var platform = await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            IsFor(request, "1001") ? ConnectedPlatform.Agree(request).After(
                release.Task) : ConnectedPlatform.Agree(request)));

        using var running =
            platform.Engine.Start("1001..2000 | Set-UponAiNumberAssignment -InboundAgent agent_a -ThrottleLimit 4");
        await platform.Server.WaitForRequestsAsync(1000, TestTimeout.Token);
        release.SetResult();
        var outcome = await running.EndAsync();

        Assert.Equal(Enumerable.Range(1001, 1000).Select(i => $"{i}"), outcome.Texts);
    }

    [Fact]
    public async Task Stopped_while_10000_finished_rows_wait_the_journal_has_all_of_them()
    {
        const int Finished = 10_000;
        using var journal = new JournalPath();
        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(request =>
                IsFor(request, "100000") ? Reply.Silence() : ConnectedPlatform.Agree(request)),
            "-AttemptTimeout 600 -TotalTimeout 600");

        using var running = platform.Engine.Start(
            $"100000..{100_000 + Finished} | Set-UponAiNumberAssignment -InboundAgent agent_a -JournalPath $journal",
            ("journal", journal.Value));
        await platform.Server.WaitForRequestsAsync(Finished + 2, TestTimeout.Token);
        running.Stop();
        var outcome = await running.EndAsync();

        Assert.Empty(outcome.Output);
        var succeeded = journal.Text.Split('\n').Where(line => line.Contains("\"outcome\":\"succeeded\"")).ToList();
        Assert.DoesNotContain(succeeded, line => line.Contains("\"100000\""));
        // Of those in flight when the run stopped the outcome may be unknown.
        Assert.InRange(succeeded.Count, Finished - 64, Finished);
    }

    [Fact]
    public async Task Rows_that_wait_for_another_row_of_their_number_hold_nothing_up()
    {
        var release = new TaskCompletionSource();
        await using var platform = await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            IsFor(request, "101") ? ConnectedPlatform.Agree(request).After(
                release.Task) : ConnectedPlatform.Agree(request)));

        using var running = platform.Engine.Start(
            "@(101) * 200 + 1001..1100 | Set-UponAiNumberAssignment -InboundAgent agent_a -ThrottleLimit 4");
        await platform.Server.WaitForRequestsAsync(101, TestTimeout.Token);
        var arrived = platform.Numbers;
        release.SetResult();
        var outcome = await running.EndAsync();

        Assert.Equal(
            ["101", .. Enumerable.Range(1001, 100).Select(i => $"{i}")],
            arrived.OrderBy(number => int.Parse(number, CultureInfo.InvariantCulture)));
        Assert.Equal(
            [.. Enumerable.Repeat("101", 200), .. Enumerable.Range(1001, 100).Select(i => $"{i}")],
            outcome.Texts);
    }

    [Fact]
    public async Task With_one_request_at_a_time_a_rows_result_comes_out_before_the_next_row_is_taken()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            "101..110 | ForEach-Object -PipelineVariable row { $_ } | Set-UponAiNumberAssignment "
            + "-InboundAgent agent_a -ThrottleLimit 1 | ForEach-Object { \"$row $_\" }");

        Assert.Equal(Enumerable.Range(101, 10).Select(i => $"{i} {i}"), outcome.Texts);
    }

    private static bool IsFor(ReceivedRequest request, string number) =>
        request.Target.Contains($"/{number}/", StringComparison.Ordinal);
}
