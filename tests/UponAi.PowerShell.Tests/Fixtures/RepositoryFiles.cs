namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>What the build made, found above the folder that the tests run from.</summary>
internal static class RepositoryFiles
{
    internal static string Manifest => Find("out/UponAi/UponAi.psd1");

    internal static string Readme => Path.Combine(Path.GetDirectoryName(Find("UponAi.PowerShell.sln"))!, "README.md");

    /// <summary>The folder with the scripts that people begin with.</summary>
    internal static string Examples => Path.Combine(Path.GetDirectoryName(Find("UponAi.PowerShell.sln"))!, "examples");

    /// <summary>The functions that stand in for the commands of Azure, which the Pester tests use too.</summary>
    internal static string AzureStandIns => Find("tests/Pester/Support/Azure.ps1");

    internal static string Changelog => Find("CHANGELOG.md");

    /// <summary>What every project has in common.</summary>
    internal static string BuildProperties => Path.Combine(Path.GetDirectoryName(Find("UponAi.PowerShell.sln"))!, "Directory.Build.props");

    /// <summary>CI's check of the packages.</summary>
    internal static string PackagesCheck => Find(".ci/packages");

    internal static string ModuleProject => Find("src/UponAi.Module/UponAi.Module.csproj");

    internal static string Desktop => Find("out/UponAi/Desktop/UponAi.PowerShell.dll");

    internal static string CoreClient => Path.GetDirectoryName(Find("out/UponAi/Core/client/UponAi.Client.dll"))!;

    internal static string DesktopClient => Path.GetDirectoryName(Find("out/UponAi/Desktop/client/UponAi.Client.dll"))!;

    internal static string DesktopProgram => Find($"tests/UponAi.Desktop/bin/{Configuration}/net472/UponAi.Desktop.exe");

    /// <summary>The host, built in the same configuration as these tests.</summary>
    internal static string Host => Find($"src/UponAi.Host/bin/{Configuration}/net10.0/UponAi.Host.dll");

    internal static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

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
