using System.Diagnostics;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>The built host, run as a program of its own.</summary>
internal static class HostProcess
{
    internal static Task<ProgramRun> RunAsync(params string[] arguments) => RunInAsync([], arguments);

    /// <param name="variables">Of its environment, beside the machine's.</param>
    internal static Task<ProgramRun> RunInAsync(Dictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", [RepositoryFiles.Host, .. arguments]);
        foreach (var name in TestProcess.Variables) start.Environment.Remove(name);
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return ProgramRun.RunAsync(start);
    }
}
