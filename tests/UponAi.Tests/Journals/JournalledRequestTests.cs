namespace UponAi.Tests;

public sealed class JournalledRequestTests
{
    private static readonly NumberAssignment Assignment = new() { Number = NumberId.Parse("101"), TimeRouting = true };

    private static readonly NumberLocation Location = new("AC1", 7);

    [Fact]
    public void Knows_the_place_of_its_row()
    {
        var request = new JournalledRequest(Assignment, Location) { File = "/plans/plan.csv", Line = 3 };

        Assert.Same(Assignment, request.Assignment);
        Assert.Equal(Location, request.Location);
        Assert.Equal(("/plans/plan.csv", 3), (request.File, request.Line));
    }

    [Fact]
    public void Has_no_place_without_a_row_of_a_file()
    {
        var request = new JournalledRequest(Assignment, Location);

        Assert.Equal((null, null), (request.File, request.Line));
        Assert.Equal((0L, null, null, null), (request.Sequence, request.Body, request.Digest, request.Before));
    }

    [Fact]
    public void Is_a_restore_only_if_marked()
    {
        Assert.False(new JournalledRequest(Assignment, Location).IsRestore);
        Assert.True(new JournalledRequest(Assignment, Location) { IsRestore = true }.IsRestore);
    }

    [Fact]
    public void An_entry_is_shown_by_its_number_and_its_outcome()
    {
        var entry = new JournalEntry
        {
            Time = DateTimeOffset.UnixEpoch,
            IsRestore = true,
            Number = "101",
            Outcome = JournalOutcome.Succeeded,
            AccountSid = "AC1",
            WorkspaceId = 7,
            BaseUri = "https://api.upon-ai.com/",
        };

        Assert.Equal(("101 Succeeded", true), (entry.ToString(), entry.IsRestore));
    }
}
