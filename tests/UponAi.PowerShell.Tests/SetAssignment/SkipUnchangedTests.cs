using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;
using UponAi.Testing;
using static UponAi.PowerShell.Tests.Fixtures.ListingPlatform;

namespace UponAi.PowerShell.Tests.SetAssignment;

/// <summary>Tests that -SkipUnchanged does not send rows whose values the platform already has.</summary>
public sealed class SkipUnchangedTests
{
    [Fact]
    public async Task An_unchanged_row_returns_the_current_number_in_its_place_and_counts_as_skipped()
    {
        await using var platform = await OfAsync(
            Number("101", Split("agent_a")),
            Number("102"),
            Number("103", Split("agent_a"), more: ",\"id\":33"));

        var outcome = await platform.RunAsync(
            "'101', '102', '103', '104' | Set-UponAiNumberAssignment -InboundAgent agent_a "
            + "-SkipUnchanged -Verbose | ForEach-Object { \"$($_.Number) $($_.Id)\" }");

        Assert.Empty(outcome.Errors);
        Assert.Equal(["101 ", "102 ", "103 33", "104 "], outcome.Texts);
        Assert.Equal(["102", "104"], platform.ChangedNumbers().Order(StringComparer.Ordinal));
        Assert.Equal(1, platform.ListCount());
        Assert.Contains("Skipped 101: the platform already has these values.", outcome.Verbose);
        Assert.Contains(
            outcome.Verbose,
            line => line.StartsWith("4 rows: 2 succeeded, 0 failed, 2 skipped;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"number":"101"}""")]
    [InlineData("""{"number":"101","inbound_agents":[{"agent_id":"agent_a","agent_version":3,"weight":1}]}""")]
    [InlineData("""{"number":"101","inbound_agent_id":null}""")]
    [InlineData(
        """{"number":"101","inbound_agents":[{"agent_id":"agent_a","weight":1}],"platform_import_error":true}""")]
    [InlineData("""{"number":"101","workspace_id":8,"inbound_agents":[{"agent_id":"agent_a","weight":1}]}""")]
    public async Task A_row_that_may_differ_is_sent(string listed)
    {
        await using var platform = await OfAsync(listed);

        var outcome = await platform.RunAsync("Set-UponAiNumberAssignment 101 agent_a -SkipUnchanged");

        Assert.Equal(["101"], outcome.Texts);
        Assert.Equal(["101"], platform.ChangedNumbers());
    }

    [Fact]
    public async Task Later_rows_of_a_number_that_was_sent_are_sent()
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a")));

        await platform.RunAsync(
            "'agent_a', 'agent_b', 'agent_a' | ForEach-Object { @{ Number = '101'; InboundAgents = $_ } "
            + "} | Set-UponAiNumberAssignment -SkipUnchanged");

        Assert.Equal(
            ["""{"inboundAgents":[{"agent_id":"agent_b","weight":1}]}""",
                """{"inboundAgents":[{"agent_id":"agent_a","weight":1}]}"""],
            platform.ChangesOf("101"));
    }

    [Fact]
    public async Task A_list_that_fails_is_the_error_of_each_row()
    {
        await using var platform = await AnsweringAsync(Reply.Json("""{"error":"no"}""", 404));

        var outcome =
            await platform.RunAsync("'101', '102' | Set-UponAiNumberAssignment -InboundAgent agent_a -SkipUnchanged");

        Assert.Empty(outcome.Output);
        Assert.Equal(["UponAi.NotFound", "UponAi.NotFound"], outcome.ErrorIds);
        Assert.Equal(["101", "102"], outcome.Errors.Select(error => error.Target()));
        Assert.Empty(platform.ChangedNumbers());
    }

    [Fact]
    public async Task Without_the_switch_no_list_is_read()
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a")));

        await platform.RunAsync(
            "Set-UponAiNumberAssignment 101 agent_a; Set-UponAiNumberAssignment 101 agent_a -SkipUnchanged:$false");

        Assert.Equal(0, platform.ListCount());
        Assert.Equal(["101", "101"], platform.ChangedNumbers());
    }

    [Fact]
    public async Task The_journal_learns_that_it_holds_and_forgets_what_succeeded_before()
    {
        using var journal = new JournalPath();
        await using var platform = await OfAsync(Number("101", Split("agent_b")));

        var outcome = await platform.RunAsync(
            """
            Set-UponAiNumberAssignment 101 agent_a -JournalPath $journal
            Set-UponAiNumberAssignment 101 agent_b -JournalPath $journal -SkipUnchanged
            Set-UponAiNumberAssignment 101 agent_b -JournalPath $journal -Verbose
            Set-UponAiNumberAssignment 101 agent_a -JournalPath $journal
            """,
            ("journal", journal.Value));

        Assert.Empty(outcome.Errors);
        Assert.Equal(["agent_a", "agent_a"], platform.ChangesOf("101").Select(change => change.Split('"')[5]));
        Assert.Equal(["101 succeeded", "101 unchanged", "101 succeeded"], journal.Lines);
        Assert.Contains("Skipped 101: the journal lists this request as done.", outcome.Verbose);
    }

    [Theory]
    [InlineData("-SkipUnchanged")]
    [InlineData("-IfUnchanged")]
    [InlineData("-IfUnchanged -SkipUnchanged")]
    public async Task A_row_that_the_journal_lists_as_done_is_sent_if_somebody_changed_the_number_since(string checks)
    {
        using var journal = new JournalPath();
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions { Numbers = 1 });

        var outcome = await sandbox.Engine.RunAsync(
            $$"""
            $number = (Get-UponAiNumber)[0].Number
            $null = Set-UponAiNumberAssignment $number agent_reception -JournalPath $journal
            $null = Set-UponAiNumberAssignment $number agent_sales
            $row = @{ Number = $number; InboundAgents = 'agent_reception' }
            $row | Compare-UponAiNumberAssignment |
                Set-UponAiNumberAssignment {{checks}} -JournalPath $journal | ForEach-Object { "$($_.InboundAgents)" }
            """,
            ("journal", journal.Value));

        Assert.Empty(outcome.Errors);
        Assert.Equal(["agent_reception"], outcome.Texts.Select(text => text.Split('=')[0]));
    }

    [Fact]
    public async Task A_saved_comparison_continues_an_interrupted_run_and_refuses_only_what_others_changed()
    {
        using var journal = new JournalPath();
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions { Numbers = 8 });

        var outcome = await sandbox.Engine.RunAsync(
            """
            $numbers = (Get-UponAiNumber | Where-Object { -not $_.PlatformImportError } | Select-Object -First 4).Number
            $null = $numbers | Set-UponAiNumberAssignment -InboundAgent agent_reception
            $plan = $numbers | ForEach-Object { @{ Number = $_; InboundAgents = 'agent_sales' } } |
                Compare-UponAiNumberAssignment
            $null = $plan[0, 1] | Set-UponAiNumberAssignment -IfUnchanged -JournalPath $journal
            $null = Set-UponAiNumberAssignment $numbers[1] agent_night
            $null = Set-UponAiNumberAssignment $numbers[2] agent_sales
            $plan | Set-UponAiNumberAssignment -IfUnchanged -JournalPath $journal -Verbose |
                ForEach-Object { [array]::IndexOf($numbers, $_.Number) }
            """,
            ("journal", journal.Value));

        Assert.Equal(["UponAi.ChangedSince", "UponAi.ChangedSince"], outcome.ErrorIds);
        Assert.EndsWith(" Compare the plan again.", outcome.Errors[0].Message(), StringComparison.Ordinal);
        Assert.EndsWith(
            " It already has the values of the row, and -SkipUnchanged skips such rows.",
            outcome.Errors[1].Message(),
            StringComparison.Ordinal);
        Assert.Equal(["3"], outcome.Texts);
        Assert.Single(outcome.Verbose, line => line.Contains("the journal lists this request as done"));
    }

    [Theory]
    [InlineData("-IfUnchanged")]
    [InlineData("-IfUnchanged -SkipUnchanged")]
    public async Task A_later_row_of_the_same_number_is_compared_with_the_list_too(string checks)
    {
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions { Numbers = 1 });

        var outcome = await sandbox.Engine.RunAsync(
            $$"""
            $number = (Get-UponAiNumber)[0].Number
            function Compare-Row($agents) {
                @{ Number = $number; InboundAgents = $agents } | Compare-UponAiNumberAssignment
            }
            $null = Set-UponAiNumberAssignment $number agent_night
            $stale = Compare-Row agent_support
            $null = Set-UponAiNumberAssignment $number agent_reception
            $fresh = Compare-Row agent_sales
            $fresh, $stale | Set-UponAiNumberAssignment {{checks}} | ForEach-Object { "$($_.InboundAgents)" }
            """);

        Assert.Equal(["UponAi.ChangedSince"], outcome.ErrorIds);
        Assert.Equal(["agent_sales"], outcome.Texts.Select(text => text.Split('=')[0]));
    }

    [Fact]
    public async Task A_saved_comparison_continues_although_the_list_names_the_version_that_a_row_leaves_open()
    {
        using var journal = new JournalPath();
        var version = 0;
        await using var platform = await ConnectedPlatform.ConnectedAsync(ScriptedServer.Start(request =>
            request.Method == "GET" && !IsForAgents(request)
                ? Reply.Json($$"""{"success":true,"numbers":[{{Number("101", Split("agent_b"))}}]}"""
                    .Replace("\"agent_b\"", version == 0 ? "\"agent_b\"" : "\"agent_a\",\"agent_version\":3"))
                : ConnectedPlatform.Agree(request)));
        const string Set = "$plan | Set-UponAiNumberAssignment -IfUnchanged -JournalPath $journal -Verbose";
        var first = await platform.RunAsync(
            "$global:plan = @{ Number = '101'; InboundAgents = 'agent_a' } | Compare-UponAiNumberAssignment; " + Set,
            ("journal", journal.Value));
        Assert.Empty(first.Errors);
        version = 3;

        var second = await platform.RunAsync(Set + "; Remove-Variable plan -Scope Global", ("journal", journal.Value));

        Assert.Empty(second.Errors);
        Assert.Contains("Skipped 101: the journal lists this request as done.", second.Verbose);
        Assert.Single(platform.Numbers);
    }

    [Fact]
    public async Task An_interrupted_run_can_simply_run_again()
    {
        const int count = 300;
        await using var sandbox = await ConnectedSandbox.StartAsync(new SandboxOptions { Numbers = count });

        var outcome = await sandbox.Engine.RunAsync(
            $"""
            $rows = {ConnectedSandbox.Rows}
            $null = $rows | Set-UponAiNumberAssignment | Select-Object -First 40
            $rows | Set-UponAiNumberAssignment -SkipUnchanged
            """,
            ("count", count));

        Assert.Empty(outcome.Errors);
        Assert.Equal(Enumerable.Range(0, count).Select(ConnectedSandbox.Number), outcome.Texts);
        foreach (var number in outcome.Texts)
        {
            ConnectedSandbox.AssertPlanned(sandbox.Server, number);
            Assert.InRange(ConnectedSandbox.Applied(sandbox.Server, number), 1, 2);
        }

        Assert.All(
            Enumerable.Range(0, 40).Select(ConnectedSandbox.Number),
            number => Assert.Equal(1, ConnectedSandbox.Applied(sandbox.Server, number)));
    }
}
