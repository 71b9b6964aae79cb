using System.Diagnostics;
using System.Text;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>What a program of its own did, from its start to its end.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    internal string[] Lines => Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Starts it without input, waits for its end, and kills it where that does not come.</summary>
    internal static async Task<ProgramRun> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(TestTimeout.Token);
            var error = process.StandardError.ReadToEndAsync(TestTimeout.Token);
            await process.WaitForExitAsync(TestTimeout.Token);
            return new ProgramRun(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
