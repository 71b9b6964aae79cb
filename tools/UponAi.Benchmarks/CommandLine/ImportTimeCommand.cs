using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;
using Command = System.CommandLine.Command;

namespace UponAi.Benchmarks.CommandLine;

/// <summary>
/// The command for a separate process in which nothing is loaded yet: imports a module, and prints the time.
/// </summary>
internal static class ImportTimeCommand
{
    internal const string Name = "import-time";

    internal static Command Create()
    {
        var manifest = new Argument<string>("manifest");
        var command = new Command(Name, "For bulk: imports a module and prints the milliseconds.") { manifest };
        command.Hidden = true;
        command.SetAction(parsed => Run(parsed.GetRequiredValue(manifest)));
        return command;
    }

    /// <summary>Runs this command in a new process, and returns the printed number.</summary>
    internal static async Task<double> MeasureAsync(string manifest)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [Environment.GetCommandLineArgs()[0], Name, manifest])
            {
                RedirectStandardOutput = true
            })!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? double.Parse(printed, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The child process failed: {printed}");
    }

    private static void Run(string manifest)
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        using var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using var ready = PowerShell.Create(runspace).AddScript("Get-Module");
        ready.Invoke();

        using var import = PowerShell.Create(runspace)
            .AddCommand("Import-Module")
            .AddParameter("Name", manifest)
            .AddParameter("ErrorAction", "Stop");
        var watch = Stopwatch.StartNew();
        import.Invoke();
        Console.WriteLine(watch.Elapsed.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }
}
