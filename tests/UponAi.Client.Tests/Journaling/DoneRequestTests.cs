using UponAi.Client.Tests.Fixtures;

namespace UponAi.Client.Tests.Journaling;

/// <summary>Tests when a request counts as done, as <see cref="IUpdateJournal.IsDone"/> defines.</summary>
public sealed class DoneRequestTests : IDisposable
{
    private static readonly NumberAssignment A = TestAssignments.Inbound("agent_a");
    private static readonly NumberAssignment B = TestAssignments.Inbound("agent_b");

    private readonly JournalFolder folder = new();

    [Fact]
    public void In_a_new_journal_nothing_is_done()
    {
        Assert.False(folder.IsDone(A));
        Assert.Empty(folder.Text);
    }

    [Fact]
    public void A_successful_request_is_done_in_the_next_run_and_a_different_request_is_not()
    {
        folder.Run(journal => journal.Succeed(A));

        Assert.True(folder.IsDone(A));
        Assert.False(folder.IsDone(B));
        Assert.False(folder.IsDone(TestAssignments.Outbound("agent_a")));
        Assert.False(folder.IsDone(TestAssignments.Inbound("agent_a@2")));
        Assert.False(folder.IsDone(TestAssignments.Inbound("agent_a", "+14155550101")));
        Assert.False(folder.IsDone(A with { TimeRouting = false }));
    }

    [Fact]
    public void Only_the_latest_success_counts()
    {
        folder.Run(journal =>
        {
            journal.Succeed(A);
            journal.Succeed(B);
        });

        Assert.False(folder.IsDone(A));
        Assert.True(folder.IsDone(B));

        folder.Run(journal => journal.Succeed(A));

        Assert.True(folder.IsDone(A));
        Assert.False(folder.IsDone(B));
    }

    [Fact]
    public void The_late_outcome_of_an_earlier_request_does_not_count()
    {
        folder.Run(journal =>
        {
            var earlier = journal.Send(A);
            var later = journal.Send(B);
            journal.Succeed(later);
            journal.Succeed(earlier);
            Assert.False(journal.IsDone(A));
            Assert.True(journal.IsDone(B));
        });

        Assert.False(folder.IsDone(A));
        Assert.True(folder.IsDone(B));
    }

    [Fact]
    public void An_unchanged_row_does_not_end_the_request_in_flight_for_the_same_number() => folder.Run(journal =>
    {
        var inFlight = new JournalledRequest(A, TestAssignments.Scope);
        journal.Begin(inFlight);
        journal.RecordSending(inFlight);
        var unchanged = new JournalledRequest(B, TestAssignments.Scope);
        journal.RecordOutcome(unchanged, JournalOutcome.Unchanged, summary: null, after: null, failure: null);

        Assert.False(journal.IsDone(unchanged));
    });

    [Fact]
    public void Another_address_account_or_workspace_is_another_request()
    {
        folder.Run(journal => journal.Succeed(A));

        Assert.False(folder.IsDone(A, baseUri: new Uri("https://eu.example.com")));
        Assert.False(folder.IsDone(A, baseUri: new Uri("https://api.example.com/v2")));
        Assert.False(folder.IsDone(A, TestAssignments.Scope with { AccountSid = "AC2" }));
        Assert.False(folder.IsDone(A, TestAssignments.Scope with { WorkspaceId = 8 }));
        Assert.True(folder.IsDone(A, baseUri: new Uri("HTTPS://API.example.com:443/")));
    }

    [Fact]
    public void A_success_in_another_workspace_of_the_account_undoes_this_one()
    {
        folder.Run(journal =>
        {
            journal.Succeed(A);
            journal.Succeed(A, TestAssignments.Scope with { WorkspaceId = 8 });
        });

        Assert.False(folder.IsDone(A));
        Assert.True(folder.IsDone(A, TestAssignments.Scope with { WorkspaceId = 8 }));
    }

    [Fact]
    public void A_success_of_the_same_extension_in_another_workspace_leaves_this_one_done()
    {
        var extension = TestAssignments.Inbound("agent_a", "101");
        var other = TestAssignments.Scope with { WorkspaceId = 8 };
        folder.Run(journal =>
        {
            journal.Succeed(extension);
            journal.Succeed(extension, other);
        });

        Assert.True(folder.IsDone(extension));
        Assert.True(folder.IsDone(extension, other));
    }

    [Fact]
    public void A_success_elsewhere_leaves_this_one_done()
    {
        folder.Run(journal =>
        {
            journal.Succeed(A);
            journal.Succeed(B, TestAssignments.Scope with { AccountSid = "AC2" });
            journal.Succeed(TestAssignments.Inbound("agent_b", "+14155550101"));
        });

        Assert.True(folder.IsDone(A));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_failed_or_lost_request_after_a_success_means_sending_both_again(bool failed)
    {
        folder.Run(journal =>
        {
            journal.Succeed(A);
            if (failed) journal.Fail(B);
            else journal.Lose(B);
        });

        Assert.False(folder.IsDone(A));
        Assert.False(folder.IsDone(B));
    }

    [Fact]
    public void While_a_request_is_under_way_nothing_of_its_number_is_done() => folder.Run(journal =>
    {
        journal.Succeed(A);
        var request = journal.Start(B);

        Assert.False(journal.IsDone(A));
        Assert.False(journal.IsDone(B));

        journal.Succeed(request);

        Assert.False(journal.IsDone(A));
        Assert.True(journal.IsDone(B));
    });

    [Fact]
    public void A_success_does_not_count_while_a_later_request_for_the_number_is_in_flight() => folder.Run(journal =>
    {
        var (first, second) = (journal.Start(A), journal.Start(B));
        journal.Succeed(first);

        Assert.False(journal.IsDone(A));

        journal.Succeed(second);

        Assert.False(journal.IsDone(A));
        Assert.True(journal.IsDone(B));
    });

    [Fact]
    public void A_success_is_not_done_after_a_kill_while_another_request_was_being_sent()
    {
        folder.Run(journal => journal.Succeed(A));
        // The journal of a killed process: the request was sent, and its outcome was never written.
        folder.Run(journal => journal.Send(B));

        Assert.False(folder.IsDone(A));
        Assert.False(folder.IsDone(B));
    }

    public void Dispose() => folder.Dispose();
}
