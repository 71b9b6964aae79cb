using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>Tests the selection of journal entries, and their table.</summary>
public sealed class ReadJournalTests : IDisposable
{
    private readonly JournalPath journal = new();

    [Theory]
    [InlineData("-Run nothing", "The given journals have no run 'nothing'.")]
    [InlineData("-Number 102", "The given journals have no request for 102.")]
    [InlineData("-Number 102 -Run 2*", "The given journals have no request for 102 in these runs.")]
    [InlineData("-Run ' nothing', no*", "The given journals have no run 'nothing'.")]
    public async Task An_exact_run_or_number_that_no_journal_has_is_an_error(string selection, string message)
    {
        var error = (await ReadAsync("Get-UponAiJournal $journal " + selection)).SingleError();

        Assert.Equal("UponAi.InvalidJournal", error.Id());
        Assert.StartsWith(message, error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-UponAiJournal $journal -Run no* -Number 9*")]
    [InlineData("Get-UponAiJournal $journal -Number 101 -Outcome Failed")]
    [InlineData("Get-UponAiJournal $journal -Run (Get-UponAiJournal $journal).Run.ToUpper() -Outcome Failed")]
    public async Task A_pattern_and_an_outcome_without_a_match_are_no_errors(string script)
    {
        var outcome = await ReadAsync(script);

        Assert.Empty(outcome.Output);
        Assert.Empty(outcome.Errors);
    }

    [Theory]
    [InlineData("$journal | Get-UponAiJournal")]
    [InlineData("Get-Item $journal | Get-UponAiJournal")]
    [InlineData("[pscustomobject]@{ FullName = $journal } | Get-UponAiJournal")]
    public async Task A_path_can_come_through_the_pipeline(string script) =>
        Assert.Equal("101", (await ReadAsync($"({script}).Number")).Single());

    [Fact]
    public async Task An_unreadable_journal_is_the_only_error()
    {
        var error = (await ReadAsync("Get-UponAiJournal \"$journal.none\", $journal -Number 102")).SingleError();

        Assert.Contains("does not exist", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_names_the_run()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await platform.RunAsync(
            """
            101, 102 | Set-UponAiNumberAssignment -InboundAgent agent_b -JournalPath $journal | Out-Null
            Get-UponAiJournal $journal | Out-Default
            (Get-UponAiJournal $journal)[0].Run
            """,
            ("journal", journal.Value));

        Assert.Single(platform.Engine.Screen.WrittenLines, line => line.Trim() == "Run: " + outcome.Single());
    }

    public void Dispose() => journal.Dispose();

    /// <summary>Runs a script with the journal of a run that changed number 101.</summary>
    private async Task<Outcome> ReadAsync(string script)
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();
        await platform.RunAsync(
            "Set-UponAiNumberAssignment 101 agent_b -JournalPath $journal", ("journal", journal.Value));
        return await platform.RunAsync(script);
    }
}
