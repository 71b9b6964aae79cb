namespace UponAi.Host;

/// <summary>Finds the built module and the examples in the folders above this program.</summary>
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

        throw new FileNotFoundException(
            $"{relative} is not in a folder above {AppContext.BaseDirectory}. Build the solution with 'dotnet build'.");
    }
}
