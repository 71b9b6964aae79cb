using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using UponAi.Benchmarks.Bulk;
using UponAi.Benchmarks.Engine;

namespace UponAi.Benchmarks.CommandLine;

/// <summary>
/// The command for a separate process whose peak memory only one run of the cmdlet raises: runs the cmdlet, and prints
/// the peak.
/// </summary>
internal static class PeakMemoryCommand
{
    internal const string Name = "peak-memory";

    internal static Command Create()
    {
        var rows = new Option<int>("--rows") { Required = true };
        var platform = new Option<string>("--platform")
        {
            Description = "Where the rows are sent. Without this option they are only previewed.",
        };
        var engineAlone = new Option<bool>("--engine-alone") { Description = "Pipe the rows to ForEach-Object." };
        var import = new Option<string>("--import") { Description = "Import and preview this plan file." };
        var journal = new Option<string>("--journal") { Description = "Read this journal." };
        var command = new Command(Name, "For bulk: runs rows and prints the process's peak memory in bytes.")
        {
            rows, platform, engineAlone, import, journal,
        };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            using var engine = new ModuleEngine();
            if (parsed.GetValue(journal) is { } read) engine.ReadJournal(read);
            else if (parsed.GetValue(import) is { } plan) engine.Import(plan);
            else Run(engine, parsed.GetValue(rows), parsed.GetValue(platform), parsed.GetValue(engineAlone));
            Console.WriteLine(Process.GetCurrentProcess().PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        });
        return command;
    }

    /// <summary>Runs this command in a new process, and returns the printed number.</summary>
    internal static async Task<long> MeasureAsync(int rows, params IEnumerable<string> more)
    {
        string[] arguments =
            [Environment.GetCommandLineArgs()[0], Name, "--rows", rows.ToString(CultureInfo.InvariantCulture), .. more];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? long.Parse(printed, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The child process failed: {printed}");
    }

    // The rows come one at a time, as from a CSV file.
    private static void Run(ModuleEngine engine, int count, string? platform, bool engineAlone)
    {
        if (platform is not null) engine.Connect(new Uri(platform));
        if (engineAlone) engine.PassOver(Rows.Stream(count));
        else engine.Set(Rows.Stream(count), platform is null ? "-WhatIf" : "");
    }
}
