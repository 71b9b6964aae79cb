namespace UponAi.Contract.Tests;

/// <summary>The contract, its judge and what the build made, found above the folder that the tests run from.</summary>
internal static class RepositoryFiles
{
    internal static string Contract => Path.Combine(Root, "docs", "contract", "openapi.yaml");

    /// <summary>The folder that lists the judge's packages.</summary>
    internal static string Judge => Path.Combine(Root, "tests", "UponAi.Contract.Tests", "judge");

    /// <summary>The host, built in the same configuration as these tests.</summary>
    internal static string Host => Path.Combine(Root, "src", "UponAi.Host", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "UponAi.Host.dll");

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
