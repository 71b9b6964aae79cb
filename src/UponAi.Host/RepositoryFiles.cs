namespace UponAi.Host;

/// <summary>Finds the built module and the examples in the folders above this program.</summary>
internal static class RepositoryFiles
{
    /// <exception cref="FileNotFoundException">The module is not built.</exception>
    internal static string FindManifest() =>
        Find("out/UponAi/UponAi.psd1", "Build the solution with 'dotnet build'.");

    /// <exception cref="FileNotFoundException">The program is not in a clone of the repository.</exception>
    internal static string FindQuickstart() =>
        Find("examples/quickstart.ps1", "Run the host in a complete clone of the repository.");

    private static string Find(string relative, string fix)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, relative);
            if (File.Exists(path)) return path;
        }

        throw new FileNotFoundException($"{relative} is not in a folder above {AppContext.BaseDirectory}. {fix}");
    }
}
