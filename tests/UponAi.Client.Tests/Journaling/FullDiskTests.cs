using System.Text;
using UponAi.Client.Journaling;
using UponAi.Client.Tests.Fixtures;

namespace UponAi.Client.Tests.Journaling;

/// <summary>A disk that is full takes a part of a line; the file must stay a journal when there is room again.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public void A_line_that_fits_in_part_leaves_nothing_behind()
    {
        using var disk = new SmallDisk { Room = 15 };
        using var file = new JournalFile(disk);

        file.Append("{first line}\n"u8.ToArray());
        Assert.Throws<IOException>(() => file.Append("{second line}\n"u8.ToArray()));
        disk.Room = 1000;
        file.Append("{third line}\n"u8.ToArray());

        Assert.Equal("{first line}\n{third line}\n", Encoding.UTF8.GetString(disk.ToArray()));
    }

    [Fact]
    public void A_request_that_could_not_be_written_is_an_error_and_is_sent_again()
    {
        using var journal = new UpdateJournal(new JournalFile(new SmallDisk()), "run.jsonl", JournalFolder.BaseUri, TimeProvider.System);

        var error = Assert.Throws<UponAiException>(() => journal.Succeed(TestAssignments.Inbound("agent_a")));

        Assert.Equal(UponAiError.JournalFailed, error.Error);
        Assert.Equal("What became of +14155550100 could not be written to the journal 'run.jsonl': No space left on device. Another run will send it again.", error.Message);
        Assert.False(journal.IsDone(TestAssignments.Inbound("agent_a")));
    }

    private sealed class SmallDisk : MemoryStream
    {
        internal int Room { get; set; }

        public override void Write(byte[] buffer, int offset, int count)
        {
            var fits = Math.Min(count, Room - (int)Length);
            base.Write(buffer, offset, fits);
            if (fits < count) throw new IOException("No space left on device.");
        }
    }
}
