using System.Diagnostics;
using System.Text;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>The result of a separate process.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    internal string[] Lines => Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Starts the program with an input, waits for its end, and kills it if the test ends first.</summary>
    internal static async Task<ProgramRun> RunAsync(ProcessStartInfo start, string input = "")
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;

        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(TestTimeout.Token);
            var error = process.StandardError.ReadToEndAsync(TestTimeout.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), TestTimeout.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(TestTimeout.Token);
            return new ProgramRun(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
