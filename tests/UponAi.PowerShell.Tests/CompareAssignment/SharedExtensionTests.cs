using UponAi.PowerShell.Tests.Fixtures;
using static UponAi.PowerShell.Tests.Fixtures.ListingPlatform;

namespace UponAi.PowerShell.Tests.CompareAssignment;

/// <summary>Tests that a number of one workspace is not taken for the same extension of another workspace.</summary>
public sealed class SharedExtensionTests : IDisposable
{
    private readonly JournalPath journal = new();

    [Fact]
    public async Task IncludeUnlisted_reports_the_extension_of_the_workspace_that_no_row_names()
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a")), InWorkspace8("101", "agent_b"));

        var outcome = await platform.RunAsync(
            "@{ Number = '101'; InboundAgents = 'agent_a' } | Compare-UponAiNumberAssignment -IncludeUnlisted | "
            + "ForEach-Object { \"$_ in $($_.WorkspaceId)\" }");

        Assert.Empty(outcome.Errors);
        Assert.Equal(["101 Unchanged in 7", "101 Unlisted in 8"], outcome.Texts);
    }

    [Fact]
    public async Task IncludeUnlisted_takes_a_number_without_a_workspace_for_the_one_that_a_row_names()
    {
        await using var platform = await OfAsync("""{"number":"101","inbound_agents":[]}""");

        var outcome = await platform.RunAsync(
            "@{ Number = '101'; InboundAgents = 'none' } | Compare-UponAiNumberAssignment -IncludeUnlisted");

        Assert.Equal(["101 Unchanged"], outcome.Texts);
    }

    [Fact]
    public async Task SkipUnchanged_and_IfUnchanged_look_at_the_extension_of_the_row()
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a")), InWorkspace8("101", "agent_b"));

        var outcome = await platform.RunAsync(
            """
            $rows = 7, 8 | ForEach-Object { @{ Number = '101'; WorkspaceId = $_; InboundAgents = 'agent_a' } }
            $rows | Compare-UponAiNumberAssignment | Set-UponAiNumberAssignment -IfUnchanged -SkipUnchanged
            """);

        Assert.Empty(outcome.Errors);
        Assert.Equal(
            ["""{"accountSid":"AC1","workspaceId":8,"inboundAgents":[{"agent_id":"agent_a","weight":1}]}"""],
            platform.Bodies);
    }

    [Fact]
    public async Task A_journal_lists_both_extensions_as_done_and_Restore_restores_each()
    {
        await using var platform = await OfAsync(Number("101", Split("agent_a")), InWorkspace8("101", "agent_b"));
        const string Set =
            "7, 8 | ForEach-Object { @{ Number = '101'; WorkspaceId = $_; InboundAgents = 'agent_c' } } | "
            + "Set-UponAiNumberAssignment -JournalPath $journal";

        await platform.RunAsync(Set, ("journal", journal.Value));
        await platform.RunAsync(Set, ("journal", journal.Value));
        Assert.Equal(2, platform.Bodies.Count);

        var outcome = await platform.RunAsync(
            "Restore-UponAiNumberAssignment $journal -WhatIf", ("journal", journal.Value));

        Assert.Empty(outcome.Errors);
        Assert.Equal(2, (await platform.RunAsync(
            "Restore-UponAiNumberAssignment $journal -Force -Confirm:$false", ("journal", journal.Value)))
            .Output.Count);
    }

    public void Dispose() => journal.Dispose();

    private static string InWorkspace8(string number, string agent) => Number(number, Split(agent))
        .Replace("\"workspace_id\":7", "\"workspace_id\":8", StringComparison.Ordinal);
}
