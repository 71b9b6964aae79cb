using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>Tests that a command with a journal, run again, sends only the remaining rows.</summary>
public sealed class JournalledRunTests : IDisposable
{
    private const string Set = "101..105 | Set-UponAiNumberAssignment -InboundAgent agent_a -JournalPath $journal";

    private readonly JournalPath journal = new();

    [Fact]
    public async Task The_second_run_sends_nothing_and_says_in_the_verbose_stream_why()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();
        Assert.Equal(5, (await RunAsync(platform, Set)).Output.Count);

        var second = await RunAsync(platform, Set + " -Verbose");

        Assert.Equal(5, platform.Bodies.Count);
        Assert.Empty(second.Output);
        Assert.Empty(second.Errors);
        Assert.Equal(
            Enumerable.Range(101, 5).Select(number => $"Skipped {number}: the journal lists this request as done."),
            second.Verbose.Where(line => line.StartsWith("Skipped", StringComparison.Ordinal)));
        Assert.Contains(
            second.Verbose,
            line => line.StartsWith("5 rows: 0 succeeded, 0 failed, 5 skipped; ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failed_rows_and_rows_that_were_never_sent_are_sent_again()
    {
        var isWell = false;
        await using var platform = await ConnectedPlatform.AnsweringNumbersAsync(
            number => isWell || number != "103" ? null : Reply.Json("{}", 404));
        var first = await RunAsync(
            platform,
            "101..103 | Set-UponAiNumberAssignment -InboundAgent agent_a -JournalPath $journal");
        isWell = true;

        var second = await RunAsync(platform, Set);

        Assert.Equal(["UponAi.NotFound"], first.ErrorIds);
        Assert.Equal(["103", "104", "105"], second.Texts);
        Assert.Equal(6, platform.Bodies.Count);
        Assert.Equal(
            ["101 succeeded", "102 succeeded", "103 failed"],
            journal.Lines.Take(3).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_then_B_then_A_again_are_three_requests()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        foreach (var agent in new[] { "agent_a", "agent_b", "agent_a", "agent_a" })
            await platform.RunAsync(
                "Set-UponAiNumberAssignment 101 $agent -JournalPath $journal",
                ("agent", agent),
                ("journal", journal.Value));

        Assert.Equal(3, platform.Bodies.Count);
        Assert.Contains("agent_a", platform.Bodies[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_then_B_then_A_in_one_run_are_three_requests_however_slow_B_is()
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource();
        await using var platform = await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            request.Body.Contains("agent_b", StringComparison.Ordinal) ? ConnectedPlatform.Agree(request).After(
                release.Task) : ConnectedPlatform.Agree(request)));

        using var running = platform.Engine.Start(
            """
            $a, $b = 'agent_a', 'agent_b' | ForEach-Object { @{ Number = '101'; InboundAgents = $_ } }
            & { $a; $b; [void]$arrived.Wait(); $a; $taken.SetResult() } |
                Set-UponAiNumberAssignment -JournalPath $journal
            """,
            ("journal", journal.Value),
            ("arrived", platform.Server.WaitForRequestsAsync(3, TestTimeout.Token)),
            ("taken", taken));
        // The third row is read, or skipped by mistake, while the second row waits for its response.
        await taken.Task.WaitAsync(TestTimeout.Token);
        release.SetResult();
        var outcome = await running.EndAsync();

        Assert.Equal(["101", "101", "101"], outcome.Texts);
        Assert.Equal(
            ["agent_a", "agent_b", "agent_a"],
            platform.Bodies.Select(body => "agent_" + body.Split("agent_")[^1][0]));
    }

    [Fact]
    public async Task Clear_has_a_journal_too_and_is_another_request_than_Set()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();
        const string Clear = "101..105 | Clear-UponAiNumberAssignment -Confirm:$false -JournalPath $journal";

        await RunAsync(platform, Set);
        await RunAsync(platform, Clear);
        await RunAsync(platform, Clear);
        await RunAsync(platform, Set);

        Assert.Equal(15, platform.Bodies.Count);
    }

    [Fact]
    public async Task WhatIf_touches_no_journal()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await RunAsync(platform, Set + " -WhatIf");

        Assert.False(journal.Exists);
        Assert.All(platform.Server.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task A_second_command_on_the_same_journal_ends_at_once_and_sends_nothing()
    {
        var release = new TaskCompletionSource();
        await using var platform = await ConnectedPlatform.ConnectedAsync(
            ScriptedServer.Start(request => ConnectedPlatform.Agree(request).After(release.Task)));
        await using var other = await ConnectedPlatform.AgreeingAsync();

        using var running = platform.Engine.Start(Set, ("journal", journal.Value));
        await platform.Server.WaitForRequestsAsync(1, TestTimeout.Token);
        var second =
            await RunAsync(other, "try { " + Set + " } catch { 'ended by ' + $_.FullyQualifiedErrorId.Split(',')[0] }");
        release.SetResult();
        var first = await running.EndAsync();

        Assert.Equal(["ended by UponAi.JournalInUse"], second.Texts);
        Assert.Empty(other.Bodies);
        Assert.Equal(5, first.Output.Count);
    }

    [Theory]
    [InlineData("Env:journal")]
    [InlineData("Variable:journal")]
    public async Task A_journal_outside_of_the_file_system_ends_the_command(string path)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            "try { 101..105 | Set-UponAiNumberAssignment -InboundAgent agent_a -JournalPath $path } catch "
            + "{ $_ | ForEach-Object { $_.FullyQualifiedErrorId.Split(',')[0] } }",
            ("path", path));

        Assert.Equal(["UponAi.InvalidJournal"], outcome.Texts);
        Assert.Empty(platform.Bodies);
    }

    [Fact]
    public async Task A_relative_path_is_seen_from_the_location_of_the_session()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        await platform.RunAsync(
            "[void]$ExecutionContext.SessionState.Path.SetLocation($folder); Set-UponAiNumberAssignment "
            + "101 agent_a -JournalPath run.jsonl",
            ("folder", Path.GetDirectoryName(journal.Value)));

        Assert.Equal(["101 succeeded"], journal.Lines);
    }

    [Fact]
    public async Task A_CSV_given_as_the_journal_ends_the_command_and_is_left_as_it_is()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();
        await File.WriteAllTextAsync(journal.Value, "Number,InboundAgents\n101,agent_a\n", TestTimeout.Token);

        var outcome = await RunAsync(platform, Set);

        Assert.Equal("UponAi.InvalidJournal", outcome.SingleError().Id());
        Assert.Empty(platform.Bodies);
        Assert.Equal("Number,InboundAgents\n101,agent_a\n", journal.Text);
    }

    [Fact]
    public async Task The_list_is_read_once_for_an_account_and_not_where_all_is_done()
    {
        await using var platform =
            await ListingPlatform.OfAsync(ListingPlatform.Number("101", ListingPlatform.Split("agent_old")));

        await RunAsync(platform, Set);
        await RunAsync(platform, Set);

        Assert.Equal(1, platform.ListCount());
        Assert.Contains(
            "\"before\":{\"inbound_agents\":[{\"agent_id\":\"agent_old\",\"weight\":1}],",
            journal.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_not_available_is_a_warning_and_the_rows_are_sent()
    {
        await using var platform = await ListingPlatform.AnsweringAsync(Reply.Json("{}", 403));

        var outcome = await RunAsync(platform, Set);

        Assert.Equal(5, outcome.Output.Count);
        Assert.Contains(
            "The journal will not contain the earlier values of the numbers of account AC1: ",
            Assert.Single(outcome.Warnings),
            StringComparison.Ordinal);
        Assert.DoesNotContain("\"before\"", journal.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/full")]
    [InlineData("/dev/null")]
    public async Task A_device_given_as_the_journal_ends_the_command(string device)
    {
        Assert.SkipUnless(File.Exists(device), "There is no such device.");
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(Set, ("journal", device));

        Assert.Equal("UponAi.InvalidJournal", outcome.SingleError().Id());
        Assert.Empty(platform.Server.Requests);
    }

    [Fact]
    public async Task The_token_is_not_in_the_journal()
    {
        await using var platform = await ConnectedPlatform.AnsweringNumbersAsync(
            number => number == "102" ? Reply.Json(UpdateAnswers.Error(ConnectedPlatform.Token), 400) : null);

        await RunAsync(platform, Set);

        Assert.Equal(5, journal.Lines.Count);
        Assert.DoesNotContain(ConnectedPlatform.Token, journal.Text, StringComparison.Ordinal);
    }

    public void Dispose() => journal.Dispose();

    private Task<Outcome> RunAsync(ConnectedPlatform platform, string script) =>
        platform.RunAsync(script, ("journal", journal.Value));
}
