using System.Diagnostics;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>The program that loads the module's desktop folder, on .NET Framework or on Mono.</summary>
internal static class DesktopProcess
{
    /// <summary>Imports the module.</summary>
    internal static string Import => "import=" + RepositoryFiles.Desktop;

    /// <summary>
    /// Takes the steps with the account and the workspace of the sandbox. Skips the test without Mono, except in CI.
    /// </summary>
    internal static Task<ProgramRun> RunAsync(Uri baseUri, params string[] steps)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(RepositoryFiles.DesktopProgram)
            : new ProcessStartInfo(Mono(), [RepositoryFiles.DesktopProgram]);
        foreach (var argument in steps) start.ArgumentList.Add(argument);
        start.Environment["UPONAI_BASE_URI"] = baseUri.ToString();
        start.Environment["UPONAI_TOKEN"] = Sandbox.SandboxIds.Token;
        start.Environment["UPONAI_ACCOUNT_SID"] = Sandbox.SandboxIds.AccountSid;
        start.Environment["UPONAI_WORKSPACE_ID"] = $"{Sandbox.SandboxIds.WorkspaceId}";
        return ProgramRun.RunAsync(start);
    }

    private static string Mono()
    {
        var found = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "mono"))
            .FirstOrDefault(File.Exists);
        if (found is null && Environment.GetEnvironmentVariable("CI") is null)
            Assert.Skip("Mono is missing. Install it: apt-get install mono-devel, or brew install mono.");
        return found ?? throw new FileNotFoundException(
            "CI needs Mono: apt-get install mono-devel, or brew install mono.");
    }
}
