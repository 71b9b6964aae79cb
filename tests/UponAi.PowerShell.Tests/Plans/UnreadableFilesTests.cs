using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Plans;

/// <summary>Tests files that cannot be opened or cannot be read to the end.</summary>
public sealed class UnreadableFilesTests : IDisposable
{
    private const string Rows = "Number,InboundAgents\n101,agent_a\n";

    private readonly PlanFolder folder = new();

    [Fact]
    public async Task A_folder() => await AssertRefusedAsync(
        $"Import-UponAiNumberAssignment '{folder.FullName}'",
        $"The plan '{folder.FullName}' is a folder. Give the path of a file, or a path with wildcards, "
        + "such as plans/*.csv.");

    [Fact]
    public async Task A_file_that_does_not_exist() =>
        await AssertRefusedAsync(
            "Import-UponAiNumberAssignment plan.csv",
            $"The plan '{folder.PathOf("plan.csv")}' does not exist.");

    [Fact]
    public async Task A_file_in_a_folder_that_does_not_exist() =>
        await AssertRefusedAsync(
            "Import-UponAiNumberAssignment no/plan.csv",
            $"The plan '{Path.Combine(folder.FullName, "no", "plan.csv")}' does not exist.");

    [Fact]
    public async Task Wildcards_that_nothing_matches() =>
        await AssertRefusedAsync("Import-UponAiNumberAssignment *.csv", "No file matches '*.csv'.");

    [Fact]
    public async Task A_literal_path_with_wildcards_in_it()
    {
        folder.Write("plan1.csv", Rows);
        await AssertRefusedAsync(
            "Import-UponAiNumberAssignment -LiteralPath 'plan[1].csv'",
            $"The plan '{folder.PathOf("plan[1].csv")}' does not exist.");
    }

    [Fact]
    public async Task A_place_that_is_no_file_system() =>
        await AssertRefusedAsync(
            "Import-UponAiNumberAssignment env:PATH",
            "The plan 'env:PATH' is not in the file system but in Environment.");

    [Fact]
    public async Task A_file_that_vanished_after_it_was_listed()
    {
        var path = folder.Write("plan.csv", Rows);
        var listed = new FileInfo(path);
        File.Delete(path);

        await AssertRefusedAsync(
            "$listed | Import-UponAiNumberAssignment",
            $"The plan '{path}' does not exist.",
            ("listed", listed));
    }

    [Fact]
    public async Task A_file_that_another_program_holds()
    {
        using var held =
            new FileStream(folder.Write("plan.csv", Rows), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var error = Assert.Single((await folder.RunAsync("Import-UponAiNumberAssignment plan.csv")).Errors);

        Assert.StartsWith(
            $"The plan '{folder.PathOf("plan.csv")}' cannot be opened: ",
            error.Message(),
            StringComparison.Ordinal);
        Assert.Contains("used by another process", error.Message(), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private async Task AssertRefusedAsync(
        string script,
        string message,
        params (string Name, object? Value)[] variables)
    {
        var error = (await folder.RunAsync(script, variables)).SingleError();

        Assert.Equal((message, "UponAi.InvalidPlan"), (error.Message(), error.Id()));
    }
}
