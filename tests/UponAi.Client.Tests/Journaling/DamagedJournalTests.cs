using UponAi.Client.Tests.Fixtures;

namespace UponAi.Client.Tests.Journaling;

/// <summary>
/// Tests damaged journals: an incomplete line is cut off, and a file that is not a journal is refused and not changed.
/// </summary>
public sealed class DamagedJournalTests : IDisposable
{
    private static readonly NumberAssignment A = TestAssignments.Inbound("agent_a");
    private static readonly NumberAssignment Other = TestAssignments.Inbound("agent_a", "+14155550101");

    private readonly JournalFolder folder = new();

    [Fact]
    public void A_torn_last_line_at_any_byte_keeps_the_lines_before_it_and_repeats_its_request()
    {
        folder.Run(journal =>
        {
            journal.Succeed(A);
            journal.Succeed(Other);
        });
        var whole = folder.Text;
        var first = whole[..(whole.IndexOf('\n', whole.IndexOf('\n', StringComparison.Ordinal) + 1) + 1)];

        for (var length = first.Length + 1; length < whole.Length; length++)
        {
            folder.Text = whole[..length];

            folder.Run(journal => Assert.True(journal.IsDone(A) && !journal.IsDone(Other)));

            Assert.StartsWith(first, folder.Text, StringComparison.Ordinal);
            Assert.True(folder.Text.Length <= length && (folder.Text == first || folder.Text.EndsWith('\n')));
        }
    }

    [Fact]
    public void After_a_torn_line_the_next_one_begins_on_its_own()
    {
        folder.Run(journal => journal.Succeed(A));
        folder.Text = folder.Lines[0][..^20];

        folder.Run(journal => journal.Succeed(Other));

        Assert.All(folder.Lines, line => Assert.Contains("+14155550101", line, StringComparison.Ordinal));
        Assert.True(folder.IsDone(Other));
    }

    [Theory]
    [InlineData("Number,InboundAgents\n+14155550100,agent_a\n", 1)]
    [InlineData("Number,InboundAgents\n+14155550100,agent_a", 1)]
    [InlineData("Number,InboundAgents", 1)]
    [InlineData("{\"number\":\"+14155550100\"}", 1)]
    [InlineData("{\"number\":\"+14155550100\"}\n", 1)]
    [InlineData("[]", 1)]
    [InlineData("\n", 1)]
    [InlineData("\ufeff{\"time\":", 1)]
    public void Another_file_given_by_mistake_is_refused_and_left_as_it_is(string text, int line)
    {
        folder.Text = text;
        var before = File.ReadAllBytes(folder.Path);

        var error = folder.Refuse();

        Assert.Equal(UponAiError.InvalidJournal, error.Error);
        Assert.StartsWith(
            $"Line {line} of '{folder.Path}' is not a line of a journal. The file is unchanged. "
            + "Give the path of a journal of "
                + "this module, or of a file that does not exist yet.",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(folder.Path));
    }

    [Theory]
    [InlineData("not a line\n")]
    [InlineData("\n")]
    [InlineData("{\"time\":\"2026-04-20T12:00:00.000Z\"}\n")]
    public void A_bad_line_in_the_middle_is_named_and_the_file_left_as_it_is(string bad)
    {
        folder.Run(journal => journal.Succeed(A));
        var good = folder.Text;
        folder.Text = good + bad + good + "{\"time\":\"20";
        var before = folder.Text;

        var error = folder.Refuse();

        Assert.Equal(UponAiError.InvalidJournal, error.Error);
        Assert.StartsWith("Line 3 of ", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, folder.Text);
    }

    [Fact]
    public void After_a_refusal_the_file_is_free()
    {
        folder.Text = "Number,InboundAgents\n";
        folder.Refuse();

        File.Delete(folder.Path);
        folder.Run(journal => journal.Succeed(A));

        Assert.True(folder.IsDone(A));
    }

    [Fact]
    public void A_journal_that_an_editor_saved_with_its_own_line_ends_is_still_one()
    {
        folder.Run(journal => journal.Succeed(A));
        folder.Text = folder.Text.Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.True(folder.IsDone(A));
    }

    [Fact]
    public void Lines_longer_than_a_read_are_read_whole()
    {
        var far = new NumberLocation(new string('x', 200_000), 7);
        folder.Run(journal =>
        {
            journal.Succeed(A, far);
            journal.Succeed(A);
        });

        Assert.True(folder.IsDone(A, far));
        Assert.True(folder.IsDone(A));
    }

    public void Dispose() => folder.Dispose();
}
