using System.IO.Compression;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Packaging;

/// <summary>Tests the package for the PowerShell Gallery.</summary>
public sealed class PackageTests(PackedModule package) : IClassFixture<PackedModule>
{
    private static readonly string ModuleFolder = Path.GetDirectoryName(RepositoryFiles.Manifest)!;

    [Fact]
    public void It_holds_the_module_that_the_tests_import_and_what_the_gallery_shows()
    {
        var module = package.Files.Keys.Except(["UponAi.nuspec", "README.md", "icon.png"]).ToArray();

        Assert.Equal(package.Files.Count - 3, module.Length);
        Assert.All(
            module,
            name => Assert.Equal(File.ReadAllBytes(Path.Combine(ModuleFolder, name)), package.Files[name]));
    }

    [Fact]
    public void It_holds_nothing_that_a_user_does_not_need()
    {
        Assert.Equal(
            ["LICENSE", "README.md", "THIRD-PARTY-NOTICES.txt", "UponAi.Format.ps1xml", "UponAi.Requirements.dll",
                "UponAi.nuspec", "UponAi.psd1", "icon.png"],
            package.Files.Keys.Where(name => !name.Contains('/', StringComparison.Ordinal)).Order(
                StringComparer.Ordinal));
        Assert.All(["Core", "Desktop"], edition => Assert.Equal(
            [$"{edition}/UponAi.PowerShell.dll", $"{edition}/UponAi.dll"],
            package.Files.Keys.Where(name => Path.GetDirectoryName(name) == edition).Order(StringComparer.Ordinal)));
        Assert.All(
            package.Files.Keys.Where(name => name.Contains("client/", StringComparison.Ordinal)),
            name => Assert.EndsWith(".dll", name, StringComparison.Ordinal));
        Assert.All(
            package.Files.Keys.Where(name => name.StartsWith("en-US/", StringComparison.Ordinal)),
            name => Assert.Matches(@"-Help\.xml$|\.help\.txt$", name));
    }

    [Fact]
    public void It_needs_no_other_package() => Assert.Empty(package.Metadata["dependencies"]);

    [Fact]
    public void It_has_the_version_of_the_assemblies()
    {
        var version = typeof(PackageTests).Assembly.GetName().Version!.ToString(3);

        Assert.Equal(version, Value("version"));
        Assert.Contains($"ModuleVersion          = '{version}'", package.Text("UponAi.psd1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_found_by_edition_and_by_command()
    {
        var tags = Value("tags").Split(' ');
        using var engine = new Engine();
        var commands = (await engine.RunAsync("(Get-Module UponAi).ExportedCommands.Keys")).Texts;

        Assert.Superset(new HashSet<string>(["PSModule", "PSEdition_Core", "PSEdition_Desktop"]), tags.ToHashSet());
        Assert.Superset(
            commands.SelectMany(command => new[] { "PSCmdlet_" + command, "PSCommand_" + command }).ToHashSet(),
            tags.ToHashSet());
    }

    [Fact]
    public void It_names_its_license_its_icon_and_its_readme_and_brings_them()
    {
        Assert.Equal("MIT", Value("license"));
        Assert.Contains(Value("icon"), package.Files.Keys);
        Assert.Contains(Value("readme"), package.Files.Keys);
        Assert.StartsWith("MIT License", package.Text("LICENSE"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_the_notice_of_every_package_that_it_brings()
    {
        var notices = package.Text("THIRD-PARTY-NOTICES.txt");

        Assert.All(
            package.Files.Keys.Where(name => name.EndsWith(".dll", StringComparison.Ordinal))
                .Select(name => Path.GetFileNameWithoutExtension(name))
                .Where(name => !name.StartsWith("UponAi", StringComparison.Ordinal)),
            name => Assert.Matches($@"\b{name}\b", notices));
    }

    [Fact]
    public void Made_twice_it_is_the_same_bytes() => Assert.Equal(package.First, package.Second);

    /// <summary>Azure Automation takes the name of the module from the archive and from the one folder in it.</summary>
    [Fact]
    public void The_archive_for_Azure_Automation_has_the_module_in_a_folder_of_its_name()
    {
        using var zip = new ZipArchive(new MemoryStream(package.Archives[0]));
        var module =
            package.Files.Keys.Except(["UponAi.nuspec", "README.md", "icon.png"]).Select(name => "UponAi/" + name);

        Assert.Equal(module.Order(StringComparer.Ordinal), zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    [Fact]
    public void The_archive_made_twice_is_the_same_bytes() => Assert.Equal(package.Archives[0], package.Archives[1]);

    private string Value(string element) => Assert.Single(package.Metadata[element]).Value;
}
