using System.Text.RegularExpressions;

namespace UponAi.Tests.Docs;

/// <summary>Whoever has an error finds it by its id.</summary>
public sealed class TroubleshootingTests
{
    private static readonly string[] Ids = [.. Enum.GetNames<UponAiError>().Select(name => "UponAi." + name)];

    [Fact]
    public void Every_error_has_its_meaning_its_cause_and_its_fix()
    {
        var entries = Regex.Matches(Read("docs/troubleshooting.md"), @"^### (\S+)\n- \*\*Meaning\*\*: .+\n- \*\*Cause\*\*: .+\n- \*\*Fix\*\*: .+\n$", RegexOptions.Multiline);

        Assert.Equal(Ids.Order(StringComparer.Ordinal), entries.Select(entry => entry.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_heading_is_of_an_error_that_there_is_not()
    {
        var headings = Regex.Matches(Read("docs/troubleshooting.md"), @"^### (\S+)$", RegexOptions.Multiline).Select(heading => heading.Groups[1].Value);

        Assert.Equal(Ids.Order(StringComparer.Ordinal), headings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_readme_names_every_id()
    {
        var readme = Read("README.md");

        Assert.All(Ids, id => Assert.Contains($"`{id}`", readme, StringComparison.Ordinal));
    }

    private static string Read(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "UponAi.PowerShell.sln"))) folder = folder.Parent!;
        return File.ReadAllText(Path.Combine(folder.FullName, file)).ReplaceLineEndings("\n");
    }
}
