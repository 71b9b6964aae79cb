using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>The package for the PowerShell Gallery, packed twice from the same build.</summary>
public sealed class PackedModule : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("upon-ai-package-");

    /// <summary>Gets the package.</summary>
    public byte[] First { get; private set; } = [];

    /// <summary>Gets the package that was packed a second time.</summary>
    public byte[] Second { get; private set; } = [];

    /// <summary>Gets the archives for Azure Automation, one for each package.</summary>
    public IReadOnlyList<byte[]> Archives { get; private set; } = [];

    /// <summary>Gets the files of the package by name, without the files of the package format.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; private set; } = new Dictionary<string, byte[]>();

    /// <summary>Gets the metadata of the package by the names of the elements.</summary>
    public ILookup<string, XElement> Metadata =>
        XDocument.Parse(Text("UponAi.nuspec")).Root!.Elements()
            .Single()
            .Elements()
            .ToLookup(element => element.Name.LocalName);

    /// <summary>Returns the text of a file.</summary>
    public string Text(string name) => new StreamReader(new MemoryStream(Files[name])).ReadToEnd();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        First = await PackAsync("first");
        Second = await PackAsync("second");
        Files = Read(First);
        string[] outputs = ["first", "second"];
        Archives = [.. outputs.Select(name => File.ReadAllBytes(Path.Combine(folder.FullName, name, "UponAi.zip")))];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static Dictionary<string, byte[]> Read(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return zip.Entries
            .Where(
                entry =>
                    entry.FullName is not ("_rels/.rels" or "[Content_Types].xml") && !entry.FullName.StartsWith(
                        "package/",
                        StringComparison.Ordinal))
            .ToDictionary(entry => entry.FullName, entry =>
            {
                var bytes = new MemoryStream();
                using var content = entry.Open();
                content.CopyTo(bytes);
                return bytes.ToArray();
            });
    }

    private async Task<byte[]> PackAsync(string name)
    {
        var output = Path.Combine(folder.FullName, name);
        var start = new ProcessStartInfo(
            "dotnet",
            ["pack", RepositoryFiles.Find("src/UponAi.Module/UponAi.Module.csproj"), "--no-build", "--configuration",
                RepositoryFiles.Configuration, "--output", output]);
        // No process of the build keeps running.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        var run = await ProgramRun.RunAsync(start);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(output, "*.nupkg")));
    }
}
