using System.Text;
using UponAi.Client.Journaling;
using UponAi.Client.Tests.Fixtures;

namespace UponAi.Client.Tests.Journaling;

/// <summary>
/// Tests a full disk, which stores only a part of a line. The file must be a journal again when there is space.
/// </summary>
public sealed class FullDiskTests
{
    [Fact]
    public void A_line_that_fits_in_part_leaves_nothing_behind()
    {
        using var disk = new SmallDisk { Room = 15 };
        using var file = new JournalFile(disk);

        Append(file, "{first line}\n");
        Assert.Throws<IOException>(() => Append(file, "{second line}\n"));
        disk.Room = 1000;
        Append(file, "{third line}\n");

        Assert.Equal("{first line}\n{third line}\n", Encoding.UTF8.GetString(disk.ToArray()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_request_that_cannot_be_journalled_is_not_sent_and_ends_the_run(bool isLimit)
    {
        using var journal = new UpdateJournal(
            new JournalFile(new SmallDisk { IsLimit = isLimit }), "run.jsonl", JournalFolder.BaseUri,
            TimeProvider.System);

        var first = Assert.Throws<UponAiException>(() => journal.Send(TestAssignments.Inbound("agent_a")));
        var second =
            Assert.Throws<UponAiException>(() => journal.Send(TestAssignments.Inbound("agent_a", "+14155550101")));

        Assert.Equal((UponAiError.JournalFailed, UponAiError.JournalFailed), (first.Error, second.Error));
        Assert.Equal(
            "The journal 'run.jsonl' cannot be written: No space left on device. Nothing more is sent, and "
            + "the remaining rows are errors. "
            + "+14155550100 was not sent. Make room for the journal, and run the command again. It sends the "
                + "remaining rows.",
            first.Message);
        Assert.Equal(
            "+14155550101 was not sent, because the journal 'run.jsonl' can no longer be written. The "
            + "first of these errors says why.",
            second.Message);
        Assert.False(journal.IsDone(TestAssignments.Inbound("agent_a")));
    }

    [Fact]
    public void When_the_end_of_a_request_cannot_be_written_one_error_says_so_and_nothing_more_is_sent()
    {
        var disk = new SmallDisk { Room = 100_000 };
        using var journal =
            new UpdateJournal(new JournalFile(disk), "run.jsonl", JournalFolder.BaseUri, TimeProvider.System);
        var (one, other) = (
            journal.Send(TestAssignments.Inbound("agent_a")),
            journal.Send(TestAssignments.Inbound("agent_a", "+14155550101")));
        disk.Room = 0;

        var error = Assert.Throws<UponAiException>(() => journal.Succeed(one));
        journal.Succeed(other);
        // Free space does not bring back the missing lines.
        disk.Room = 100_000;

        Assert.Contains(
            " +14155550100 was sent, and the journal does not have its outcome. ",
            error.Message,
            StringComparison.Ordinal);
        Assert.Throws<UponAiException>(() => journal.Send(TestAssignments.Inbound("agent_a", "+14155550102")));
        Assert.Equal(2, Encoding.UTF8.GetString(disk.ToArray()).Split("\"outcome\":\"unknown\"").Length - 1);
    }

    private static void Append(JournalFile file, string line) => file.Append(Encoding.UTF8.GetBytes(line));

    private sealed class SmallDisk : MemoryStream
    {
        internal int Room { get; set; }

        /// <summary>Returns true for the exception of a file that reaches the size limit of its process.</summary>
        internal bool IsLimit { get; init; }

        public override void Write(byte[] buffer, int offset, int count)
        {
            var fits = Math.Max(0, Math.Min(count, Room - (int)Length));
            base.Write(buffer, offset, fits);
            if (fits < count)
                throw IsLimit
                    ? new ArgumentException("No space left on device.")
                    : new IOException("No space left on device.");
        }
    }
}
