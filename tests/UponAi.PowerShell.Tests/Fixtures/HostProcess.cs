using System.Diagnostics;
using System.Text;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>The built host, run as a program of its own.</summary>
internal sealed record HostProcess(int ExitCode, string Output, string Error)
{
    internal string[] Lines => Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    internal static async Task<HostProcess> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", [RepositoryFiles.Host, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in TestProcess.Variables) start.Environment.Remove(name);

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(Patience.Token);
            var error = process.StandardError.ReadToEndAsync(Patience.Token);
            await process.WaitForExitAsync(Patience.Token);
            return new HostProcess(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
