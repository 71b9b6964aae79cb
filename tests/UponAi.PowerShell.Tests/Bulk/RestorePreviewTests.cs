using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>Tests what Restore says before a change, and when there is nothing to restore.</summary>
public sealed class RestorePreviewTests : IDisposable
{
    private readonly JournalPath journal = new();

    [Theory]
    [InlineData("-WhatIf")]
    [InlineData("-Confirm:$false")]
    public async Task A_connection_to_another_address_is_refused(string how)
    {
        await using var platform = await ChangedAsync();

        var outcome = await RunAsync(
            platform,
            "Connect-UponAi -Token $token -AccountSid AC1 -WorkspaceId 7 -BaseUri http://localhost:1; "
                + "Restore-UponAiNumberAssignment $journal " + how);

        Assert.Equal("UponAi.NotConnected", outcome.SingleError().Id());
        Assert.Contains("but this connection is to http://localhost:1/", outcome.Errors[0].ToString(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("What if", platform.Engine.Screen.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_without_a_connection_shows_the_values_to_restore()
    {
        await using var platform = await ChangedAsync();

        var outcome = await RunAsync(platform, "Disconnect-UponAi; Restore-UponAiNumberAssignment $journal -WhatIf");

        Assert.Empty(outcome.Errors);
        Assert.Equal(
            "What if: Performing the operation \"Set inbound to agent_a\" on target \"101\".",
            Assert.Single(platform.Engine.Screen.WrittenLines));
    }

    [Theory]
    [InlineData("-WhatIf")]
    [InlineData("-Confirm:$false")]
    public async Task Runs_that_changed_no_number_are_a_warning(string how)
    {
        await using var platform = await ConnectedPlatform.AnsweringNumbersAsync(_ => Reply.Json("{}", 404));
        await RunAsync(platform, "Set-UponAiNumberAssignment 101 agent_b -JournalPath $journal");

        var outcome = await RunAsync(platform, "Restore-UponAiNumberAssignment $journal " + how);

        Assert.Empty(outcome.Errors);
        Assert.Equal(
            "The selected runs changed no number. Get-UponAiJournal shows the runs.",
            Assert.Single(outcome.Warnings));
    }

    [Fact]
    public async Task An_empty_journal_is_a_warning()
    {
        File.WriteAllText(journal.Value, "");
        await using var platform = await ConnectedPlatform.AgreeingAsync();

        var outcome = await RunAsync(platform, "Restore-UponAiNumberAssignment $journal -Confirm:$false");

        Assert.Single(outcome.Warnings);
    }

    [Fact]
    public async Task A_preview_says_in_the_verbose_stream_that_a_number_has_its_earlier_values()
    {
        // The platform does not store the change.
        await using var platform = await ChangedAsync();

        var outcome = await RunAsync(platform, "Restore-UponAiNumberAssignment $journal -WhatIf -Verbose");

        Assert.Contains("Skipped 101: the number already has its earlier values.", outcome.Verbose);
    }

    public void Dispose() => journal.Dispose();

    /// <summary>
    /// Creates a platform with number 101 and agent_a, and a journal that changed the number to agent_b.
    /// </summary>
    private async Task<ConnectedPlatform> ChangedAsync()
    {
        var platform = await ListingPlatform.OfAsync(
            ListingPlatform.Number("101", ListingPlatform.Split("agent_a")));
        await RunAsync(platform, "Set-UponAiNumberAssignment 101 agent_b -JournalPath $journal");
        platform.Engine.Screen.Clear();
        return platform;
    }

    private Task<Outcome> RunAsync(ConnectedPlatform platform, string script) =>
        platform.RunAsync(script, ("journal", journal.Value), ("token", ConnectedPlatform.Secret));
}
