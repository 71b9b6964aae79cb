using System.Text;
using UponAi.Files;

namespace UponAi.PowerShell.UnitTests.Files;

/// <summary>Tests the first and the second reading of a file.</summary>
public sealed class PlanFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_plan_file_can_be_read_several_times()
    {
        using var file = PlanFile.Open(folder.Write("plan.csv", "Number\n101\n102\n"), PlanFormat.Csv);

        Assert.Equal([1, 2, 3], file.Read().Select(record => record.Line));
        Assert.Equal(["101", "102"], file.Read().Skip(1).Select(record => record.Cells[0].Value));
        Assert.Equal(2, file.Read().Take(2).Count());
    }

    [Theory]
    [InlineData(PlanFormat.Csv, "Number\n101\n")]
    [InlineData(PlanFormat.Csv, "\"Number\"\n101\n")]
    [InlineData(PlanFormat.Json, "[{\"Number\":\"101\"}]")]
    [InlineData(PlanFormat.Json, "{\"Number\\u200b\":\"101\"}")]
    public void Any_number_of_byte_order_marks_is_skipped(PlanFormat format, string text)
    {
        foreach (var marks in new[] { "", "\ufeff", "\ufeff\ufeff", "\ufeff\ufeff\ufeff" })
        {
            using var file = PlanFile.Open(folder.Write("plan", marks + text), format);

            var row = file.Read().Single(record => !record.IsHeader);

            Assert.Equal([new KeyValuePair<string, object?>("Number", "101")], row.Cells);
            Assert.Empty(row.Damage);
        }
    }

    [Theory]
    [InlineData("a changed byte", 100_000, "x", null)]
    [InlineData("more at the end", null, "+19990020000\n", null)]
    [InlineData("less at the end", null, "", 200_000)]
    [InlineData("nothing", null, "", 0)]
    public void A_file_that_changed_since_its_first_reading_is_not_returned(
        string what, int? at, string bytes, int? length)
    {
        var path = folder.Write(
            "plan.csv", "Number\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"+1999{i:D7}\n")));
        // On Windows, a lock on the file keeps the test from changing it.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var file = new PlanFile(path, PlanFormat.Csv, stream);
        var before = file.Read().Select(record => record.Cells[0].Value).ToList();

        using (var change = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            change.Position = at ?? change.Length;
            change.Write(Encoding.ASCII.GetBytes(bytes));
            if (length is { } shorter) change.SetLength(shorter);
        }

        var after = new List<object?>();
        var error = Assert.Throws<UponAiException>(() =>
        {
            foreach (var record in file.Read()) after.Add(record.Cells[0].Value);
        });
        Assert.Equal(
            (UponAiError.InvalidPlan,
            $"The plan '{path}' was changed while it was read, and the rest was not checked. Run the command again."),
            (error.Error, error.Message));
        Assert.True(before.Take(after.Count).SequenceEqual(after), what);
    }

    [Fact]
    public void A_file_that_the_user_may_not_read_is_refused()
    {
        var path = folder.Write("plan.csv", "Number\n");
        using var denied = new Permissions(path);

        var error = Assert.Throws<UponAiException>(() => PlanFile.Open(path, PlanFormat.Csv));

        Assert.Equal($"The plan '{path}' may not be read by this user. Check its permissions.", error.Message);
    }

    [Fact]
    public void A_disk_that_fails_ends_the_reading()
    {
        using var file = new PlanFile("plan.csv", PlanFormat.Csv, new FailingDisk([], reads: 0));

        var error = Assert.Throws<UponAiException>(() => file.Read().Count());

        Assert.Equal("The plan 'plan.csv' cannot be read further: Input/output error", error.Message);
    }

    [Fact]
    public void A_disk_that_fails_while_the_line_of_invalid_text_is_found_is_the_error()
    {
        // Both readers read the block and the end of the file before this failure.
        using var file = new PlanFile("plan.csv", PlanFormat.Csv, new FailingDisk([0xC4], reads: 4));

        var error = Assert.Throws<UponAiException>(() => file.Read().Count());

        Assert.Equal("The plan 'plan.csv' cannot be read further: Input/output error", error.Message);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A file whose disk fails after a number of reads.</summary>
    private sealed class FailingDisk(byte[] content, int reads) : MemoryStream(content)
    {
        private int left = reads;

        public override int Read(byte[] buffer, int offset, int count) =>
            left-- > 0 ? base.Read(buffer, offset, count) : throw new IOException("Input/output error");
    }
}
