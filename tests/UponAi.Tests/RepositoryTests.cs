using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace UponAi.Tests;

/// <summary>
/// The documents say the same about an error as <see cref="UponAiError"/>, and name only code that exists. The list of
/// packages has a reason for each.
/// </summary>
public sealed class RepositoryTests
{
    private static readonly string[] Names = Enum.GetNames<UponAiError>();

    public static TheoryData<string> Errors => new(Names);

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_has_its_meaning_cause_and_fix_in_troubleshooting(string name)
    {
        var documentation = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "UponAi.xml"))
            .Descendants("member").Single(member => member.Attribute("name")?.Value == $"F:UponAi.UponAiError.{name}");
        var paragraphs = documentation.Element("remarks")!.Elements("para").Select(Markdown).ToArray();

        Assert.Equal(2, paragraphs.Length);
        Assert.Contains(
            $"""
            ### UponAi.{name}
            - **Meaning**: {Markdown(documentation.Element("summary")!)}
            - **Cause**: {After("Cause: ", paragraphs[0])}
            - **Fix**: {After("Fix: ", paragraphs[1])}

            """.ReplaceLineEndings("\n"),
            Read("docs/troubleshooting.md"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Troubleshooting_has_an_entry_for_each_error_and_no_other()
    {
        var headings = Regex.Matches(Read("docs/troubleshooting.md"), @"^### UponAi\.(\S+)$", RegexOptions.Multiline);

        Assert.Equal(
            Names.Order(StringComparer.Ordinal),
            headings.Select(heading => heading.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/about/about_UponAi.help.txt")]
    [InlineData("docs/about/about_UponAi_Bulk.help.txt")]
    [InlineData("docs/about/about_UponAi_Security.help.txt")]
    public void A_page_names_only_errors_that_exist(string page)
    {
        var types = typeof(UponAiError).Assembly.GetExportedTypes().Select(type => type.Name);
        var projects = Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(
            folder => Path.GetFileName(folder).Split('.')[^1]);

        var named = Regex.Matches(Read(page), @"\bUponAi\.([A-Z]\w+)").Select(match => match.Groups[1].Value);

        Assert.Empty(named.Except(Names).Except(types).Except(projects));
    }

    [Theory]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("docs/architecture.md")]
    [InlineData("docs/security.md")]
    public void A_page_for_developers_names_only_code_that_exists(string page)
    {
        string[] files =
        [
            Path.Combine(Root, "UponAi.psd1"),
            .. new[] { "src", "tests", "tools" }
                .SelectMany(folder => Directory.EnumerateFiles(
                    Path.Combine(Root, folder), "*", new EnumerationOptions { RecurseSubdirectories = true }))
                .Where(file => Path.GetExtension(file) is ".cs" or ".ps1" or ".ps1xml" or ".csproj")
                // Generated code differs between builds.
                .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj")),
        ];
        var words = files.SelectMany(file => Regex.Split(File.ReadAllText(file), @"\W+")).ToHashSet();

        var quoted = Regex.Matches(Read(page), "`([^`\n]+)`").Select(match => match.Groups[1].Value).ToArray();
        var names = quoted.Where(text => Regex.IsMatch(text, @"^[A-Z]\w+(\.\w+)?$"));
        var paths = quoted.Where(text => Regex.IsMatch(text, "^(src|tests|tools|docs|examples)/[^*]+$"));

        string[] missing =
        [
            .. names.Where(name => !name.Split('.').All(words.Contains)),
            .. paths.Where(path => !Path.Exists(Path.Combine(Root, path))),
        ];
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_package_has_a_reason_in_one_line()
    {
        var packages = XDocument.Parse(Read("Directory.Packages.props")).Descendants("PackageVersion").ToArray();

        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Matches(@"^\S.+\.$", (string?)package.Attribute("Reason")));
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "UponAi.PowerShell.sln"))) folder = folder.Parent!;
            return folder.FullName;
        }
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Root, file)).ReplaceLineEndings("\n");

    private static string After(string label, string text)
    {
        Assert.StartsWith(label, text, StringComparison.Ordinal);
        return text[label.Length..];
    }

    private static string Markdown(XElement element) => Regex.Replace(
        string.Concat(element.Nodes().Select(node => node is XElement code ? $"`{code.Value}`" : ((XText)node).Value)),
        @"\s+",
        " ").Trim();
}
