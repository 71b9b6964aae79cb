using UponAi.Files;
using UponAi.Files.Writing;

namespace UponAi.PowerShell.UnitTests.Files;

/// <summary>Tests that a file appears complete or not at all.</summary>
public sealed class PlanWriterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData(PlanFormat.Csv)]
    [InlineData(PlanFormat.Json)]
    public void A_plan_file_appears_only_when_it_is_complete(PlanFormat format)
    {
        var path = folder.Write("plan", "before");
        using (var writer = new PlanWriter(path, format, overwrite: true))
        {
            for (var i = 0; i < 10_000; i++) writer.Write(Row(i));
            Assert.Equal("before", File.ReadAllText(path));
            writer.Complete();
        }

        using var file = PlanFile.Open(path, format);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => $"+1999{i:D7}"), file.Read()
            .Where(record => !record.IsHeader).Select(record => record.Cells[0].Value));
        Assert.Equal(["plan"], folder.Names);
    }

    [Fact]
    public void A_writer_that_is_not_completed_leaves_no_file()
    {
        using (var writer = new PlanWriter(folder.PathOf("plan"), PlanFormat.Csv, overwrite: false))
            writer.Write(Row(1));

        Assert.Empty(folder.Names);
    }

    [Fact]
    public void A_file_that_appeared_meanwhile_is_not_replaced()
    {
        var path = folder.PathOf("plan");
        using (var writer = new PlanWriter(path, PlanFormat.Csv, overwrite: false))
        {
            folder.Write("plan", "another's");
            var error = Assert.Throws<UponAiException>(writer.Complete);
            Assert.Equal((UponAiError.PlanNotWritten,
                $"The plan '{path}' was not written: it exists. Give another path."), (error.Error, error.Message));
        }

        Assert.Equal("another's", File.ReadAllText(path));
        Assert.Equal(["plan"], folder.Names);
    }

    [Fact]
    public void A_link_stays_and_the_file_that_it_leads_to_is_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        var target = folder.Write("target", "before");
        var link = folder.PathOf("link");
        File.CreateSymbolicLink(folder.PathOf("between"), target);
        File.CreateSymbolicLink(link, "between");

        using (var writer = new PlanWriter(link, PlanFormat.Csv, overwrite: true))
        {
            writer.Write(Row(1));
            writer.Complete();
        }

        Assert.Equal("between", new FileInfo(link).LinkTarget);
        Assert.Contains("+19990000001", File.ReadAllText(target), StringComparison.Ordinal);
        Assert.Equal(["between", "link", "target"], folder.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_link_to_nowhere_makes_the_file_that_it_names()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        var link = folder.PathOf("link");
        File.CreateSymbolicLink(link, "target");

        using (var writer = new PlanWriter(link, PlanFormat.Csv, overwrite: false)) writer.Complete();

        Assert.Equal("target", new FileInfo(link).LinkTarget);
        Assert.True(File.Exists(folder.PathOf("target")));
    }

    [Fact]
    public void A_link_that_leads_to_itself_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        var link = folder.PathOf("link");
        File.CreateSymbolicLink(link, "link");

        var error = Assert.Throws<UponAiException>(() => new PlanWriter(link, PlanFormat.Csv, overwrite: true));

        Assert.Equal(UponAiError.PlanNotWritten, error.Error);
    }

    public void Dispose() => folder.Dispose();

    private static PlanRow Row(int i)
    {
        var assignment = new NumberAssignment
        {
            Number = NumberId.Parse($"+1999{i:D7}"),
            Inbound = Change.Clear<AgentSplit>(),
        };
        return new PlanRow(assignment, "AC1", 7, "", i);
    }
}
