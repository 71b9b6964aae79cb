using System.Text;
using UponAi.Client.Journaling;
using UponAi.Client.Tests.Fixtures;

namespace UponAi.Client.Tests.Journaling;

/// <summary>Tests which processes can open the file of a journal, and its permissions.</summary>
public sealed class JournalFileTests : IDisposable
{
    private static readonly NumberAssignment A = TestAssignments.Inbound("agent_a");

    private readonly JournalFolder folder = new();

    [Fact]
    public void A_second_run_is_told_that_the_journal_is_in_use_and_the_first_goes_on()
    {
        using var first = folder.Open();

        var error = folder.Refuse();
        first.Succeed(A);
        first.Dispose();

        Assert.Equal(UponAiError.JournalInUse, error.Error);
        Assert.Contains($"'{folder.Path}' is in use", error.Message, StringComparison.Ordinal);
        Assert.True(folder.IsDone(A));
    }

    [Fact]
    public void A_closed_journal_can_be_opened_at_once()
    {
        for (var i = 0; i < 20; i++) folder.Run(journal => journal.Succeed(A));

        Assert.Equal(40, folder.Lines.Length);
    }

    [Fact]
    public void A_folder_is_no_journal() => AssertInvalid(folder.Folder);

    [Theory]
    [InlineData("/dev/full")]
    [InlineData("/dev/null")]
    public void A_device_is_no_journal(string device)
    {
        Assert.SkipUnless(File.Exists(device), "There is no such device.");
        AssertInvalid(device);

        File.CreateSymbolicLink(folder.Path, device);
        AssertInvalid(folder.Path);
    }

    [Fact]
    public void A_pipe_and_a_socket_are_no_journals()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes and sockets are not in folders there.");
        var pipe = Path.Combine(folder.Folder, "pipe");
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [pipe])) mkfifo.WaitForExit();
        var address = Path.Combine(folder.Folder, "socket");
        using var socket = new System.Net.Sockets.Socket(
            System.Net.Sockets.AddressFamily.Unix,
            System.Net.Sockets.SocketType.Stream,
            System.Net.Sockets.ProtocolType.Unspecified);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(address));

        AssertInvalid(pipe);
        AssertInvalid(address);
    }

    [Fact]
    public void A_journal_in_a_folder_that_is_missing_is_refused_and_makes_none()
    {
        var missing = Path.Combine(folder.Folder, "missing");

        var error = AssertInvalid(Path.Combine(missing, "run.jsonl"));

        Assert.EndsWith($"the folder '{missing}' does not exist. Correct the path.", error.Message,
            StringComparison.Ordinal);

        Assert.False(Directory.Exists(missing));
    }

    [Fact]
    public void A_journal_below_a_file_is_refused()
    {
        folder.Text = "";

        AssertInvalid(Path.Combine(folder.Path, "run.jsonl"));
    }

    [Fact]
    public void A_journal_that_cannot_be_written_is_refused()
    {
        folder.Text = "";
        File.SetAttributes(folder.Path, FileAttributes.ReadOnly);
        // The superuser can do everything except create a file with a name that is too long.
        var path = Environment.IsPrivilegedProcess ? Path.Combine(folder.Folder, new string('x', 5000)) : folder.Path;

        AssertInvalid(path);

        File.SetAttributes(folder.Path, FileAttributes.Normal);
    }

    [Fact]
    public void Only_its_owner_can_read_a_new_journal()
    {
        folder.Open().Dispose();

        if (OperatingSystem.IsWindows()) Assert.True(File.Exists(folder.Path));
        else Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.Path));
    }

    [Fact]
    public void Each_line_is_in_the_file_before_the_next_row_ends()
    {
        using var journal = folder.Open();

        for (var i = 1; i <= 3; i++)
        {
            var before = new FileInfo(folder.Path).Length;
            journal.Succeed(A);
            Assert.True(new FileInfo(folder.Path).Length > before);
        }
    }

    [Theory]
    [InlineData(9, 20_000)]
    [InlineData(65_536, 3)]
    public void A_line_may_end_at_the_end_of_a_block(int length, int count)
    {
        var text = string.Concat(Enumerable.Repeat(new string('x', length) + "\n", count)) + "torn";
        using var file = new JournalFile(new MemoryStream(Encoding.ASCII.GetBytes(text)));

        var lines = file.ReadLines().ToList();

        Assert.Equal(
            Enumerable.Repeat((length, true), count).Append((4, false)),
            lines.Select(line => (line.Bytes.Length, line.IsComplete)));
        Assert.Equal("torn", Encoding.ASCII.GetString(lines[^1].Bytes));
    }

    [Fact]
    public void A_closed_journal_writes_nothing_more()
    {
        var journal = folder.Open();
        journal.Succeed(A);
        journal.Dispose();
        var before = folder.Text;

        journal.Fail(A);
        journal.Dispose();

        Assert.Equal(before, folder.Text);
    }

    [Fact]
    public void Eight_threads_at_once_lose_and_mix_nothing()
    {
        const int Threads = 8;
        const int Rows = 200;
        folder.Run(journal =>
        {
            var threads = Enumerable.Range(0, Threads).Select(thread => new Thread(() =>
            {
                for (var row = 0; row < Rows; row++)
                {
                    var assignment = TestAssignments.Inbound("agent_a", $"1{thread}{row:D4}");
                    journal.Succeed(assignment);
                }
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
        });

        var numbers = File.ReadAllLines(folder.Path)
            .Select(line => JournalLineReader.TryRead(Encoding.UTF8.GetBytes(line))!.Number)
            .ToList();
        Assert.Equal(2 * Threads * Rows, numbers.Count);
        Assert.Equal(Threads * Rows, numbers.Distinct().Count());
    }

    public void Dispose() => folder.Dispose();

    private static UponAiException AssertInvalid(string path)
    {
        var error = Assert.Throws<UponAiException>(() => new UpdateJournal(path, JournalFolder.BaseUri));
        Assert.Equal(UponAiError.InvalidJournal, error.Error);
        Assert.Matches("cannot be opened|A journal is a regular file", error.Message);
        return error;
    }
}
