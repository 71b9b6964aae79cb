using UponAi.Files.Writing;

namespace UponAi.Files.Tests;

/// <summary>A file takes its place whole or not at all.</summary>
public sealed class PlanWriterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData(PlanFormat.Csv)]
    [InlineData(PlanFormat.Json)]
    public void It_is_nowhere_to_be_seen_before_it_is_whole(PlanFormat format)
    {
        var path = folder.Write("plan", "before");
        using (var writer = new PlanWriter(path, format, overwrite: true))
        {
            for (var i = 0; i < 10_000; i++) writer.Write(Row(i));
            Assert.Equal("before", File.ReadAllText(path));
            writer.Complete();
        }

        using var file = PlanFile.Open(path, format);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => $"+1999{i:D7}"), file.Read().Where(record => !record.IsHeader).Select(record => record.Cells[0].Value));
        Assert.Equal(["plan"], folder.Names);
    }

    [Fact]
    public void What_is_given_up_leaves_nothing_behind()
    {
        using (var writer = new PlanWriter(folder.PathOf("plan"), PlanFormat.Csv, overwrite: false)) writer.Write(Row(1));

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
            Assert.Equal((UponAiError.PlanNotWritten, $"The plan '{path}' was not written: it exists. Give another path, or -Force to replace it."), (error.Error, error.Message));
        }

        Assert.Equal("another's", File.ReadAllText(path));
        Assert.Equal(["plan"], folder.Names);
    }

    public void Dispose() => folder.Dispose();

    private static PlanRow Row(int i) => new(new NumberAssignment { Number = NumberId.Parse($"+1999{i:D7}"), Inbound = Change.Clear<AgentSplit>() }, "AC1", 7, "", i);
}
