using System.Diagnostics;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>The built host, run as a program of its own.</summary>
internal static class HostProcess
{
    internal static Task<ProgramRun> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", [RepositoryFiles.Host, .. arguments]);
        foreach (var name in TestProcess.Variables) start.Environment.Remove(name);
        return ProgramRun.RunAsync(start);
    }
}
