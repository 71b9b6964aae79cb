using System.Diagnostics;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>Runs the built host as a separate process, without the profile of the user and without colors.</summary>
internal static class HostProcess
{
    internal static Task<ProgramRun> RunAsync(params string[] arguments) => RunInAsync([], arguments);

    /// <param name="variables">Variables to add to the environment of this process.</param>
    internal static Task<ProgramRun> RunInAsync(Dictionary<string, string> variables, params string[] arguments)
    {
        var start = Start([Runtime, RepositoryFiles.Host, .. WithoutProfile(arguments)]);
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return ProgramRun.RunAsync(start);
    }

    /// <summary>Runs the host with input at its prompt.</summary>
    internal static Task<ProgramRun> RunInputAsync(string input, params string[] arguments) =>
        ProgramRun.RunAsync(Start([Runtime, RepositoryFiles.Host, .. arguments]), input);

    /// <summary>
    /// Runs the host in a folder. On Unix, the file mode mask of the process lets everybody read and write new files.
    /// </summary>
    internal static Task<ProgramRun> RunUnmaskedAsync(string folder, params string[] arguments)
    {
        string[] unmasked = OperatingSystem.IsWindows() ? [] : ["/bin/sh", "-c", "umask 0; exec \"$0\" \"$@\""];
        var start = Start([.. unmasked, Runtime, RepositoryFiles.Host, .. WithoutProfile(arguments)]);
        start.WorkingDirectory = folder;
        return ProgramRun.RunAsync(start);
    }

    private static string Runtime =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    // The switch of the host itself comes first.
    private static string[] WithoutProfile(string[] arguments) => arguments switch
    {
        [] => [],
        ["-Sandbox", .. var rest] => ["-Sandbox", "-NoProfile", .. rest],
        _ => ["-NoProfile", .. arguments],
    };

    private static ProcessStartInfo Start(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]);
        foreach (var name in TestProcess.Variables) start.Environment.Remove(name);
        start.Environment["NO_COLOR"] = "1";
        return start;
    }
}
