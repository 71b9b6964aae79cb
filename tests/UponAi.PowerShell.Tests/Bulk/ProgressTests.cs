using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>
/// Tests that a run of more than a second shows its progress, and removes the progress bar at the end.
/// </summary>
public sealed class ProgressTests : IDisposable
{
    private const int Rows = 16;

    private readonly JournalPath journal = new();

    [Fact]
    public async Task Progress_counts_done_failed_and_skipped_and_shows_a_percentage_if_the_total_is_known()
    {
        await using var platform = await SlowAsync();
        await platform.RunAsync(
            "Set-UponAiNumberAssignment 101 agent_a -JournalPath $journal",
            ("journal", journal.Value));

        var outcome = await platform.RunAsync(
            $"Set-UponAiNumberAssignment -Number (101..{100 + Rows}) -InboundAgent agent_a -ThrottleLimit "
            + "1 -JournalPath $journal",
            ("journal", journal.Value));

        Assert.Equal(["UponAi.NotFound"], outcome.ErrorIds);
        Assert.NotEmpty(outcome.Progress);
        Assert.All(
            outcome.Progress,
            update => Assert.Contains(" act = Set-UponAiNumberAssignment ", update, StringComparison.Ordinal));
        // On a busy machine, the second row may still be in flight at the first update.
        Assert.All(
            outcome.Progress,
            update => Assert.Matches(@"stat = \d+ done \([01] failed, 1 skipped\), \d+/s ", update));
        Assert.Contains($"stat = {Rows} done (1 failed, 1 skipped), ", outcome.Progress[^1], StringComparison.Ordinal);
        Assert.All(
            outcome.Progress.SkipLast(1),
            update => Assert.Matches(@" pct = [1-9]\d{0,2} sec = \d+ type = Processing", update));
        AssertTakenAway(outcome);
    }

    [Fact]
    public async Task Without_a_total_progress_shows_no_percentage()
    {
        await using var platform = await SlowAsync();

        var outcome = await platform.RunAsync(
            $"101..{100 + Rows} | Set-UponAiNumberAssignment -InboundAgent agent_a -ThrottleLimit 1");

        Assert.True(outcome.Progress.Count > 1);
        Assert.All(
            outcome.Progress,
            update => Assert.Contains(" pct = -1 sec = -1 ", update, StringComparison.Ordinal));
        AssertTakenAway(outcome);
    }

    [Fact]
    public async Task Several_numbers_for_one_row_are_no_total()
    {
        await using var platform = await SlowAsync();

        var outcome = await platform.RunAsync(
            $"Set-UponAiNumberAssignment -Number (101..{100 + Rows}) -InputObject @{{ InboundAgents = "
            + $"'agent_a' }} -ThrottleLimit 1");

        Assert.True(outcome.Progress.Count > 1);
        Assert.All(
            outcome.Progress,
            update => Assert.Contains(" pct = -1 sec = -1 ", update, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-Number $numbers -InputObject @{ InboundAgents = 'agent_a' }, @{ TimeRouting = $true }")]
    [InlineData("-InputObject (,$rows)")]
    public async Task No_percentage_is_shown_unless_each_object_is_a_row(string arguments)
    {
        await using var platform = await SlowAsync();

        var outcome = await platform.RunAsync(
            $$"""
            $numbers = 101..{{100 + Rows}}
            $rows = $numbers | ForEach-Object { @{ Number = $_; InboundAgents = 'agent_a' } }
            Set-UponAiNumberAssignment -ThrottleLimit 1 {{arguments}}
            """);

        Assert.True(outcome.Progress.Count > 1);
        Assert.All(
            outcome.Progress,
            update => Assert.Contains(" pct = -1 sec = -1 ", update, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_percentage_is_shown_for_a_list_of_rows()
    {
        await using var platform = await SlowAsync();

        var outcome = await platform.RunAsync(
            $"$rows = 101..{100 + Rows} | ForEach-Object {{ @{{ Number = $_; InboundAgents = 'agent_a' }} }}; "
            + "Set-UponAiNumberAssignment -ThrottleLimit 1 -InputObject $rows");

        Assert.All(
            outcome.Progress.SkipLast(1),
            update => Assert.Matches(@" pct = [1-9]\d{0,2} sec = \d+ type = Processing", update));
    }

    [Theory]
    [InlineData("101..120 | Set-UponAiNumberAssignment -InboundAgent agent_a -ThrottleLimit 1 -ErrorAction Stop")]
    [InlineData(
        "101..120 | Set-UponAiNumberAssignment -InboundAgent agent_a -ThrottleLimit 1 | ForEach-Object { "
        + "if ($_.Number -eq 114) { throw 'enough' } }")]
    [InlineData("& { 101..140; throw 'enough' } | Set-UponAiNumberAssignment -InboundAgent agent_a -ThrottleLimit 1")]
    [InlineData(
        "101..120 | Set-UponAiNumberAssignment -InboundAgent agent_a -ThrottleLimit 1 | Select-Object -First 14")]
    public async Task Progress_is_completed_however_the_run_ends(string script)
    {
        await using var platform = await SlowAsync(failing: $"{100 + Rows}");

        var outcome = await platform.RunAsync(script);

        Assert.True(outcome.Progress.Count > 1);
        AssertTakenAway(outcome);
    }

    [Fact]
    public async Task A_short_run_shows_no_progress()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        Assert.Empty((await platform.RunAsync("101..103 | Set-UponAiNumberAssignment -InboundAgent agent_a")).Progress);
    }

    public void Dispose() => journal.Dispose();

    private static void AssertTakenAway(Outcome outcome)
    {
        Assert.EndsWith("type = Completed", outcome.Progress[^1].Trim(), StringComparison.Ordinal);
        Assert.Single(outcome.Progress, update => update.Contains("type = Completed", StringComparison.Ordinal));
    }

    // Each row takes a tenth of a second. By default the second row fails.
    private static Task<ConnectedPlatform> SlowAsync(string failing = "102") =>
        ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            request.Target.Contains($"/{failing}/", StringComparison.Ordinal)
                ? Reply.Json("{}", 404)
                : Reply.Slow(UpdateAnswers.Agreeing(request), 1, TimeSpan.FromMilliseconds(100))));
}
