using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>Tests runs on a platform that is down for a while.</summary>
public sealed class OutageRunTests : IDisposable
{
    private const int Rows = 400;
    private const string Set =
        "1001..1400 | Set-UponAiNumberAssignment -InboundAgent agent_a -JournalPath $journal -Verbose";
    private const string ProgressText = "; the platform has been down since ";
    private const string IsDown = "Pacing: the platform has been down since ";

    private readonly JournalPath journal = new();
    private int before = 100;
    private bool isDown;
    private int failed;

    [Fact]
    public async Task No_row_fails_few_requests_go_into_the_outage_and_verbose_says_so()
    {
        await using var platform = await ConnectedAsync();

        using var running = platform.Engine.Start(Set, ("journal", journal.Value));
        await running.WaitForVerboseAsync(IsDown);
        // The request that checks whether the outage is over.
        var recognised = Volatile.Read(ref failed);
        while (Volatile.Read(ref failed) == recognised) await Task.Delay(20, TestTimeout.Token);
        await running.WaitForProgressAsync(ProgressText);
        var during = failed;
        isDown = false;
        var outcome = await running.EndAsync();

        Assert.Empty(outcome.Errors);
        Assert.Equal(Enumerable.Range(1001, Rows).Select(i => $"{i}"), outcome.Texts);
        Assert.InRange(during, 8, 100);
        Assert.Single(outcome.Verbose, line => line.StartsWith(IsDown, StringComparison.Ordinal));
        Assert.Single(
            outcome.Verbose,
            line => line.StartsWith("Pacing: the platform answers again after ", StringComparison.Ordinal));
        Assert.Contains(outcome.Progress, update => update.Contains(ProgressText, StringComparison.Ordinal));
        Assert.Equal(Rows, journal.Succeeded.Count);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public async Task With_few_requests_in_flight_at_most_the_first_row_fails(int throttleLimit, int expectedErrors)
    {
        await using var platform = await ConnectedAsync();

        using var running = platform.Engine.Start(
            $"{Set} -ThrottleLimit {throttleLimit}", ("journal", journal.Value));
        await running.WaitForVerboseAsync(IsDown);
        isDown = false;
        var outcome = await running.EndAsync();

        Assert.Equal(expectedErrors, outcome.Errors.Count);
        Assert.Equal(Rows - expectedErrors, outcome.Output.Count);
    }

    [Fact]
    public async Task An_outage_longer_than_the_total_timeout_fails_the_rows_and_the_rest_at_once()
    {
        await using var platform = await ConnectedAsync("-TotalTimeout 6");

        var outcome = await platform.RunAsync(Set, ("journal", journal.Value));

        Assert.Equal(100, outcome.Output.Count);
        Assert.Equal(Rows - 100, outcome.Errors.Count);
        // When the time is over, one row may be in flight as the check of the outage.
        Assert.InRange(outcome.ErrorIds.Count(id => id != "UponAi.ServiceUnavailable"), 0, 1);
        Assert.All(outcome.ErrorIds, id => Assert.True(id is "UponAi.ServiceUnavailable" or "UponAi.Timeout", id));
        Assert.True(
            outcome.Errors.Count(error => error.Message().StartsWith("Not sent: ", StringComparison.Ordinal)) > 200);
        Assert.InRange(failed, 8, 100);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" | Select-Object -First 150")]
    [InlineData(" -ErrorAction Stop")]
    public async Task Stopped_in_an_outage_it_ends_at_once_and_the_next_run_goes_on_from_there(string end)
    {
        await using var platform = await ConnectedAsync();

        using var running = platform.Engine.Start(Set + end, ("journal", journal.Value));
        await running.WaitForVerboseAsync(IsDown);
        running.Stop();
        await running.EndAsync();
        var succeeded = journal.Succeeded;
        isDown = false;
        var again = await platform.RunAsync(Set, ("journal", journal.Value));

        Assert.Equal(100, succeeded.Count);
        Assert.Empty(again.Errors);
        Assert.Equal(Rows - 100, again.Output.Count);
        Assert.Equal(Rows, journal.Succeeded.Count);
    }

    [Fact]
    public async Task Killed_in_an_outage_the_next_run_goes_on_from_there()
    {
        await using var platform = await ConnectedAsync();
        var script = Set.Replace("$journal", $"'{journal.Value}'", StringComparison.Ordinal);
        await using (var host = new KillableHost(platform.Server.BaseUri, ConnectedPlatform.Token, "AC1", 7, script))
        {
            while (Volatile.Read(ref failed) < 8 && !host.HasExited) await Task.Delay(5, TestTimeout.Token);
            Assert.False(host.HasExited);
            await host.KillAsync();
        }

        var succeeded = journal.Succeeded;
        isDown = false;
        var sent = platform.Numbers.Count;
        var again = await platform.RunAsync(Set, ("journal", journal.Value));

        Assert.InRange(succeeded.Count, 1, 100);
        Assert.Empty(again.Errors);
        Assert.Equal(Rows - succeeded.Count, again.Output.Count);
        Assert.Empty(platform.Numbers.Skip(sent).Intersect(succeeded));
        Assert.Equal(Rows, journal.Succeeded.Count);
    }

    public void Dispose() => journal.Dispose();

    private Task<ConnectedPlatform> ConnectedAsync(string more = "") => ConnectedPlatform.ConnectedAsync(
        ScriptedServer.Start(request =>
        {
            // The list of numbers for the journal is not a row.
            if (request.Method != "PUT") return Reply.Json("[]");
            if (Interlocked.Decrement(ref before) == 0) isDown = true;
            if (!isDown || before >= 0) return ConnectedPlatform.Agree(request);
            Interlocked.Increment(ref failed);
            return Reply.Text("<h1>Unavailable</h1>", "text/html", 503);
        }),
        more);
}
