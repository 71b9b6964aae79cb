using System.ComponentModel;
using System.Diagnostics;
using UponAi.Testing;

namespace UponAi.Contract.Tests.Judging;

/// <summary>
/// Finds the program of the judge: an npm package, pinned by its lock file, fetched once, and run by Node.js.
/// </summary>
internal static class JudgeProgram
{
    private static readonly string Script = Path.Combine(
        Path.Combine(RepositoryFiles.Root, "tests", "UponAi.Contract.Tests", "judge"), "node_modules", "@stoplight",
        "prism-cli", "dist", "index.js");
    private static readonly string Npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
    private static readonly SemaphoreSlim Fetching = new(1);

    private static bool IsCI => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>Skips the test if the program is not available. In CI, the test fails.</summary>
    internal static async Task<string> FindAsync()
    {
        await Fetching.WaitAsync(TestTimeout.Token);
        try
        {
            if (await TryRunAsync("node", "--version") is { } problem)
                return Missing($"Node.js 18.20 or later is not to be had: {problem}");
            if (File.Exists(Script)) return Script;
            // No package needs its install script, and one of the scripts would send statistics to its makers.
            return await TryRunAsync(Npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund") is { } failure
                ? Missing($"npm could not fetch its packages: {failure}")
                : Script;
        }
        finally
        {
            Fetching.Release();
        }
    }

    private static string Missing(string why)
    {
        Assert.SkipUnless(IsCI, $"The contract's judge is missing. {why}");
        throw new InvalidOperationException($"CI judges by the contract, and the judge is missing. {why}");
    }

    /// <returns>Null, or the error.</returns>
    private static async Task<string?> TryRunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    WorkingDirectory = Path.Combine(RepositoryFiles.Root, "tests", "UponAi.Contract.Tests", "judge"),
                    RedirectStandardOutput = true,
                    RedirectStandardError = true
                })!;
            var output = process.StandardOutput.ReadToEndAsync(TestTimeout.Token);
            var error = process.StandardError.ReadToEndAsync(TestTimeout.Token);
            await process.WaitForExitAsync(TestTimeout.Token);
            return process.ExitCode == 0
                ? null
                : $"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}. "
                    + $"{await output}{await error}";
        }
        catch (Win32Exception e)
        {
            return e.Message;
        }
    }
}
