using System.Collections;
using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Packaging;

/// <summary>Tests the manifest of the module.</summary>
public sealed class ManifestTests
{
    [Theory]
    [InlineData("Guid")]
    [InlineData("Author")]
    [InlineData("CompanyName")]
    [InlineData("Copyright")]
    [InlineData("Description")]
    [InlineData("ProjectUri")]
    [InlineData("LicenseUri")]
    [InlineData("IconUri")]
    [InlineData("ReleaseNotes")]
    [InlineData("Tags")]
    public async Task A_field_is_filled_in(string field)
    {
        var value = $"{(await ModuleAsync()).Properties[field].Value}";

        Assert.NotEmpty(value);
        Assert.DoesNotContain('{', value);
    }

    [Fact]
    public async Task Editions_and_versions_are_those_that_the_readme_promises()
    {
        var module = (PSModuleInfo)(await ModuleAsync()).BaseObject;

        Assert.Equal(["Desktop", "Core"], module.CompatiblePSEditions);
        Assert.Equal(new Version(5, 1), module.PowerShellVersion);
        Assert.Equal(typeof(ManifestTests).Assembly.GetName().Version!.ToString(3), module.Version.ToString());
    }

    /// <summary>
    /// With wildcards in these lists, PowerShell finds a command that is not loaded slowly or not at all.
    /// </summary>
    [Fact]
    public async Task Exports_are_named_one_by_one()
    {
        using var engine = new Engine();
        var outcome = await engine.RunAsync(
            "$ExecutionContext.InvokeCommand.InvokeScript([IO.File]::ReadAllText($path))",
            ("path", RepositoryFiles.Manifest));
        var manifest = (Hashtable)outcome.Single().BaseObject;

        Assert.All(((object[])manifest["CmdletsToExport"]!).Cast<string>(), name => Assert.DoesNotContain('*', name));
        Assert.All(
            ["FunctionsToExport", "AliasesToExport", "VariablesToExport"],
            kind => Assert.Empty((object[])manifest[kind]!));
    }

    [Fact]
    public async Task Its_release_notes_are_the_changelogs()
    {
        var changes = await File.ReadAllTextAsync(RepositoryFiles.Find("CHANGELOG.md"), TestTimeout.Token);

        Assert.Contains(
            $"{(await ModuleAsync()).Properties["ReleaseNotes"].Value}".ReplaceLineEndings("\n"),
            changes,
            StringComparison.Ordinal);
    }

    private static async Task<PSObject> ModuleAsync()
    {
        using var engine = new Engine();
        return (await engine.RunAsync("Test-ModuleManifest $path", ("path", RepositoryFiles.Manifest))).Single();
    }
}
