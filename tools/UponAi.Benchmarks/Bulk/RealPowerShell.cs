using System.Diagnostics;
using System.Globalization;

namespace UponAi.Benchmarks.Bulk;

/// <summary>
/// Runs scripts in the <c>pwsh</c> on the PATH, if installed. Its engine is compiled to native code, unlike the engine
/// of this program.
/// </summary>
internal static class RealPowerShell
{
    internal static bool IsThere { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh")));

    /// <summary>Runs a script in a new process, and returns the number that the script prints.</summary>
    internal static async Task<double> MeasureAsync(string script)
    {
        var start = new ProcessStartInfo(
            "pwsh",
            ["-NoProfile", "-NonInteractive", "-Command",
                $"(& {{\n{script}\n}}).ToString([cultureinfo]::InvariantCulture)"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? double.Parse(printed, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pwsh failed: {printed}");
    }
}
