namespace UponAi.Benchmarks.Bulk;

/// <summary>What the build made, found above the folder that this program was built into.</summary>
internal static class RepositoryFiles
{
    internal static string Manifest => Find("out/UponAi/UponAi.psd1");

    /// <summary>The sandbox, built in the same configuration as this program.</summary>
    internal static string Sandbox => Find($"src/UponAi.Sandbox/bin/{Configuration}/net10.0/UponAi.Sandbox.dll");

    /// <summary>The host, built in the same configuration as this program.</summary>
    internal static string Host => Find($"src/UponAi.Host/bin/{Configuration}/net10.0/UponAi.Host.dll");

    /// <summary>The functions that stand in for the commands of Azure.</summary>
    internal static string AzureStandIns => Find("tests/Pester/Support/Azure.ps1");

    internal static string EmptyModule => Find($"tests/UponAi.EmptyModule/bin/{Configuration}/net8.0/EmptyModule.psd1");

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, relative);
            if (File.Exists(path)) return path;
        }

        throw new FileNotFoundException($"{relative} is nowhere above {AppContext.BaseDirectory}.");
    }
}
