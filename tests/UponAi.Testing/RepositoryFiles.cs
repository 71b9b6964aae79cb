namespace UponAi.Testing;

/// <summary>
/// Finds the repository's files and what the build made of them, in the configuration of the program that runs.
/// </summary>
public static class RepositoryFiles
{
    /// <summary>Gets the repository's folder, which is above the program that runs.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Gets the build configuration, such as <c>Debug</c>.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Gets the manifest of the module that ships.</summary>
    public static string Manifest => Find("out/UponAi/UponAi.psd1");

    /// <summary>Gets the module's cmdlets for Windows PowerShell.</summary>
    public static string Desktop => Find("out/UponAi/Desktop/UponAi.PowerShell.dll");

    /// <summary>Gets the folder of the client for PowerShell 7.</summary>
    public static string CoreClient => Path.GetDirectoryName(Find("out/UponAi/Core/client/UponAi.Client.dll"))!;

    /// <summary>Gets the folder of the client for Windows PowerShell.</summary>
    public static string DesktopClient => Path.GetDirectoryName(Find("out/UponAi/Desktop/client/UponAi.Client.dll"))!;

    /// <summary>Gets the program that is a PowerShell console with module and sandbox.</summary>
    public static string Host => Find($"src/UponAi.Host/bin/{Configuration}/net10.0/UponAi.Host.dll");

    /// <summary>Gets the sandbox's program.</summary>
    public static string Sandbox => Find($"src/UponAi.Sandbox/bin/{Configuration}/net10.0/UponAi.Sandbox.dll");

    /// <summary>Gets the program that loads the module as Windows PowerShell does.</summary>
    public static string DesktopProgram => Find($"tools/UponAi.Desktop/bin/{Configuration}/net472/UponAi.Desktop.exe");

    /// <summary>Gets the manifest of a module without content, for comparison.</summary>
    public static string EmptyModule => Find($"tools/UponAi.EmptyModule/bin/{Configuration}/net8.0/EmptyModule.psd1");

    /// <summary>Gets the folder of the scripts that people start from.</summary>
    public static string Examples => Path.Combine(Root, "examples");

    /// <summary>Gets the folder of the commands' help pages.</summary>
    public static string Pages => Path.Combine(Root, "docs", "commands");

    /// <summary>Gets the description of the platform's API.</summary>
    public static string Contract => Find("docs/contract/openapi.yaml");

    /// <summary>Gets the functions that stand in for the commands of Azure.</summary>
    public static string AzureStandIns => Find("tests/Pester/Support/Azure.ps1");

    /// <summary>Finds a file by its path from the repository's folder.</summary>
    /// <exception cref="FileNotFoundException">The file is missing, or the build did not make it.</exception>
    public static string Find(string relative)
    {
        var path = Path.Combine(Root, relative);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"{relative} is not in {Root}. Build the solution first.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "UponAi.PowerShell.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"The repository is not above {AppContext.BaseDirectory}.");
    }
}
