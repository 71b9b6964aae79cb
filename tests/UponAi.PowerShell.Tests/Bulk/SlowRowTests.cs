using System.Globalization;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>Tests that a slow row delays the results of the rows after it, but not their requests.</summary>
public sealed class SlowRowTests
{
    private static readonly int Finished = ManyRows.Count(here: 5_000, inCI: 50_000);

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
    public async Task Stopped_while_finished_rows_wait_the_journal_has_all_of_them()
    {
        using var journal = new JournalPath();
        await using var platform = await WithSlowFirstRowAsync(_ => Reply.Silence());

        using var running = Start(platform, journal, "");
        await platform.Server.WaitForRequestsAsync(Finished + 2, TestTimeout.Token);
        running.Stop();
        var outcome = await running.EndAsync();

        Assert.Empty(outcome.Output);
        AssertJournalHasFinished(journal, firstRow: null);
    }

    [Theory]
    [InlineData(200, " | Select-Object -First 1", "succeeded")]
    [InlineData(404, " -ErrorAction Stop", "failed")]
    public async Task A_first_result_that_ends_the_pipeline_discards_the_finished_rows_and_the_journal_has_them(
        int status, string ending, string firstRow)
    {
        var release = new TaskCompletionSource();
        using var journal = new JournalPath();
        await using var platform = await WithSlowFirstRowAsync(
            request =>
                (status == 200 ? ConnectedPlatform.Agree(request) : Reply.Json("{}", status)).After(release.Task));

        using var running = Start(platform, journal, ending);
        await platform.Server.WaitForRequestsAsync(Finished + 2, TestTimeout.Token);
        release.SetResult();
        var outcome = await running.EndAsync();

        Assert.Equal(status == 200 ? ["100000"] : [], outcome.Texts);
        AssertJournalHasFinished(journal, firstRow);
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

    private static Task<ConnectedPlatform> WithSlowFirstRowAsync(Func<ReceivedRequest, Reply> answer) =>
        ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(request =>
                IsFor(request, "100000") ? answer(request) : ConnectedPlatform.Agree(request)),
            "-AttemptTimeout 600 -TotalTimeout 600");

    private static RunningScript Start(ConnectedPlatform platform, JournalPath journal, string ending) =>
        platform.Engine.Start(
            $"100000..{100_000 + Finished} | Set-UponAiNumberAssignment -InboundAgent agent_a -JournalPath $journal"
            + ending,
            ("journal", journal.Value));

    private static void AssertJournalHasFinished(JournalPath journal, string? firstRow)
    {
        var lines = journal.Text.Split('\n');
        if (firstRow is not null)
        {
            Assert.Contains(
                lines, line => line.Contains("\"100000\"") && line.Contains($"\"outcome\":\"{firstRow}\""));
        }

        // The outcome of the requests in flight at the stop may be unknown.
        Assert.InRange(
            lines.Count(line => !line.Contains("\"100000\"") && line.Contains("\"outcome\":\"succeeded\"")),
            Finished - 64,
            Finished);
    }

    private static bool IsFor(ReceivedRequest request, string number) =>
        request.Target.Contains($"/{number}/", StringComparison.Ordinal);
}
