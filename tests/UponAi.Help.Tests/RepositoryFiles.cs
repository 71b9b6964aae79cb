namespace UponAi.Help.Tests;

/// <summary>What the build made, and the pages, found above the folder that the tests run from.</summary>
internal static class RepositoryFiles
{
    internal static string Manifest => Path.Combine(Root, "out", "UponAi", "UponAi.psd1");

    internal static string Pages => Path.Combine(Root, "docs", "commands");

    private static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "UponAi.PowerShell.sln"))) return folder.FullName;
            }

            throw new DirectoryNotFoundException($"The repository is nowhere above {AppContext.BaseDirectory}.");
        }
    }
}
