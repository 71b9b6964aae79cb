using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using UponAi.Testing;

namespace UponAi.Pester.Tests;

/// <summary>Runs tests/Pester in a PowerShell process of its own.</summary>
internal static class PesterSuite
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(20);

    /// <summary>Runs the suite to its end, and returns a row for each of its tests.</summary>
    /// <param name="pester">The name of the version, as the project file has it.</param>
    internal static async Task<IReadOnlyCollection<ITheoryDataRow>> RunAsync(string pester)
    {
        var outcomes = await InvokeAsync(Package(pester));
        Assert.True(outcomes.Length > 0, "Pester found no test.");
        return [.. outcomes.Select(outcome => new TheoryDataRow<PesterOutcome>(outcome)
        {
            Skip = outcome.Result == "Skipped" ? outcome.Text : null,
        })];
    }

    private static async Task<PesterOutcome[]> InvokeAsync(string pester)
    {
        var folder = Directory.CreateTempSubdirectory("UponAi Pester ");
        try
        {
            var result = Path.Combine(folder.FullName, "outcomes.json");
            using var deadline = new CancellationTokenSource(Deadline);
            var said = await RunAsync(Start(pester, result), deadline.Token);
            Assert.True(File.Exists(result), $"PowerShell ended before Pester did.\n{said}");
            return JsonSerializer.Deserialize<PesterOutcome[]>(await File.ReadAllTextAsync(result, deadline.Token))!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ProcessStartInfo Start(string pester, string result)
    {
        var script = RepositoryFiles.Find("tests/UponAi.Pester.Tests/Invoke-PesterSuite.ps1");
        var start = new ProcessStartInfo(Path.Combine(DotnetFolder, "dotnet"),
        [
            Path.Combine(AppContext.BaseDirectory, "pwsh", "pwsh.dll"), "-NoProfile", "-NonInteractive",
            "-ExecutionPolicy", "Bypass", "-File", script, "-Pester", pester,
            "-Folder", Path.Combine(RepositoryFiles.Root, "tests", "Pester"), "-ResultPath", result,
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The programs that the tests start use the same runtime, and tell nobody of it.
        start.Environment["DOTNET_ROOT"] = DotnetFolder;
        start.Environment["PATH"] = DotnetFolder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        // Short runs gain nothing from code that is compiled again because it runs often.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCounting"] = "0";
        string[] ours =
            [.. start.Environment.Keys.Where(name => name.StartsWith("UPONAI_", StringComparison.OrdinalIgnoreCase))];
        foreach (var name in ours) start.Environment.Remove(name);
        return start;
    }

    private static async Task<string> RunAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return await output + await error;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Gets the folder of the dotnet program that runs these tests.</summary>
    private static string DotnetFolder =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static string Package(string name) =>
        typeof(PesterSuite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == name).Value!;
}
