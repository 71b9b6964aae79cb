using System.Diagnostics;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>The built host, run as a program of its own, without the user's profile and without colors.</summary>
internal static class HostProcess
{
    internal static Task<ProgramRun> RunAsync(params string[] arguments) => RunInAsync([], arguments);

    /// <param name="variables">Of its environment, beside the machine's.</param>
    internal static Task<ProgramRun> RunInAsync(Dictionary<string, string> variables, params string[] arguments)
    {
        var start = Start([Runtime, RepositoryFiles.Host, .. WithoutProfile(arguments)]);
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return ProgramRun.RunAsync(start);
    }

    /// <summary>Runs it with what somebody types at its prompt.</summary>
    internal static Task<ProgramRun> RunInputAsync(string input, params string[] arguments) =>
        ProgramRun.RunAsync(Start([Runtime, RepositoryFiles.Host, .. arguments]), input);

    /// <summary>
    /// Runs it in a folder, where that is possible with a file mode mask that keeps nobody from any file.
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

    // The host's own switch stands first.
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
