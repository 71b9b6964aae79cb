using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Plans;

/// <summary>
/// The base of the tests of damaged plan files. Import reports every error with its place, its cause and the fix, and
/// returns no rows.
/// </summary>
public abstract class DamagedFiles
{
    protected const string Total =
        " total 0.9 (90%). Weights total 1 (100%). Raise a weight by 10%, or leave out one weight: "
        + "its agent takes the rest.";
    protected const string Csv = "Number,InboundAgents\n";
    protected const string Excel = " Format the column as text, and enter the number again.";
    protected const string NoNumber = " is not a phone number or an extension: ";

    /// <summary>Imports a file, and compares the errors.</summary>
    /// <param name="what">The damage.</param>
    /// <param name="extension">The extension of the file.</param>
    /// <param name="bytes">The bytes of the file as characters, so that the test runner can show them.</param>
    /// <param name="errors">The messages, each on its own line.</param>
    protected static async Task AssertRefusedAsync(string what, string extension, string bytes, string errors)
    {
        using var folder = new PlanFolder();
        var path = folder.Write("plan." + extension, bytes);

        var outcome = await folder.RunAsync("Import-UponAiNumberAssignment $path", ("path", path));

        Assert.Equal(
            errors.Replace("{path}", path, StringComparison.Ordinal).Split('\n'),
            outcome.Errors.Select(error => error.Message()));
        Assert.All(outcome.ErrorIds, id => Assert.StartsWith("UponAi.Invalid", id, StringComparison.Ordinal));
        Assert.Empty(outcome.Output);
        Assert.True(outcome.Warnings.Count == 1, what);
        Assert.StartsWith("No rows were returned", outcome.Warnings[0], StringComparison.Ordinal);
    }
}
