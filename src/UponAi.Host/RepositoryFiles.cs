namespace UponAi.Host;

/// <summary>Where the built module and the examples are: above the folder that this program was built into.</summary>
internal static class RepositoryFiles
{
    internal static string Manifest => Find("out/UponAi/UponAi.psd1");

    internal static string Quickstart => Find("examples/quickstart.ps1");

    private static string Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, relative);
            if (File.Exists(path)) return path;
        }

        throw new FileNotFoundException($"{relative} is nowhere above {AppContext.BaseDirectory}. Build the whole solution with 'dotnet build'.");
    }
}
