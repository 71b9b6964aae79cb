using System.Xml.Linq;
using UponAi.Help;
using UponAi.Testing;

namespace UponAi.Tools.Tests.Help;

/// <summary>Tests that no help is built from a page that disagrees with its command.</summary>
public sealed class HelpBuildTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("UponAi ");

    public HelpBuildTests()
    {
        foreach (var page in Directory.EnumerateFiles(RepositoryFiles.Pages))
            File.Copy(page, Path.Combine(folder.FullName, Path.GetFileName(page)));
    }

    private string Target => Path.Combine(folder.FullName, "en-US", "help.xml");

    [Fact]
    public void The_pages_as_they_are_make_the_help()
    {
        Assert.Empty(Build());
        Assert.True(File.Exists(Target));
    }

    [Fact]
    public void A_parameter_accepts_wildcards_if_its_text_says_so()
    {
        Build();
        // The syntax lists the parameters too, but without a text.
        var described = XDocument.Load(Target).Descendants()
            .Where(element => element.Name.LocalName == "parameters")
            .Elements()
            .ToLookup(parameter => (bool)parameter.Attribute("globbing")!, parameter => parameter.Value);

        Assert.NotEmpty(described[true]);
        Assert.All(described[true], text => Assert.Contains("Wildcards are allowed", text));
        Assert.All(described[false], text => Assert.DoesNotContain("Wildcards are allowed", text));
    }

    [Theory]
    [InlineData(
        "### -AgentVersion\n", "### -AgentVersoin\n", "the parameter -AgentVersion has no text",
        "the command has no parameter -AgentVersoin")]
    [InlineData(
        "### -Weight\n", "### -AgentVersion\n", "the parameter -Weight has no text",
        "the parameter -AgentVersion is described twice")]
    [InlineData(
        "[[-Weight] <AgentWeight>]",
        "[[-Weight] <double>]",
        "the syntax differs from the command, which has:\nNew-UponAiAgentRef [-AgentId] <string> "
        + "[[-AgentVersion] <int>] [[-Weight] <AgentWeight>] [<CommonParameters>]")]
    [InlineData(
        "# New-UponAiAgentRef\n",
        "# New-UponAiAgent\n",
        "the title is 'New-UponAiAgent', and the command is New-UponAiAgentRef")]
    [InlineData("# New-UponAiAgentRef\n", "", "The page must begin with a title: # and the name of the command.")]
    public void A_difference_between_page_and_command_is_named(string part, string instead, params string[] expected)
    {
        var page = Path.Combine(folder.FullName, "New-UponAiAgentRef.md");
        File.WriteAllText(
            page,
            File.ReadAllText(page).ReplaceLineEndings("\n").Replace(part, instead, StringComparison.Ordinal));

        Assert.Equal(expected.Select(problem => $"{page}: {problem}"), Build());
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public void Too_few_examples_are_too_few()
    {
        var page = Path.Combine(folder.FullName, "New-UponAiAgentRef.md");
        var text = File.ReadAllText(page);
        var (second, end) = (
            text.IndexOf("### Split the calls", StringComparison.Ordinal),
            text.IndexOf("## Parameters", StringComparison.Ordinal));
        File.WriteAllText(page, text.Remove(second, end - second));

        Assert.Equal([$"{page}: the page has 1 examples, and needs 3"], Build());
    }

    [Fact]
    public void A_command_without_a_page_and_a_page_without_a_command_are_named()
    {
        File.Move(
            Path.Combine(folder.FullName, "Connect-UponAi.md"),
            Path.Combine(folder.FullName, "Connect-UponAI2.md"));

        Assert.Equal(
            [$"{Path.Combine(folder.FullName, "Connect-UponAi.md")}: the command has no page",
                $"{Path.Combine(folder.FullName, "Connect-UponAI2.md")}: the module has no such command"],
            Build());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private IReadOnlyList<string> Build() =>
        HelpBuild.Run(RepositoryFiles.Manifest, folder.FullName, new Uri("https://docs.example.com/"), Target);
}
