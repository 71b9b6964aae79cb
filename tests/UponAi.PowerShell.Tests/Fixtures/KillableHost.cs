using System.Diagnostics;
using System.Globalization;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>
/// The built host as a program of its own, connected to a platform by its environment, that the test may kill.
/// </summary>
internal sealed class KillableHost : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    internal KillableHost(SandboxServer server, string script)
        : this(server.BaseUri, server.Token, server.AccountSid, server.WorkspaceId, script)
    {
    }

    internal KillableHost(Uri platform, string token, string accountSid, long workspaceId, string script)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet",
            [RepositoryFiles.Host, "-NoProfile", "-Command", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["UPONAI_BASE_URI"] = platform.ToString();
        start.Environment["UPONAI_TOKEN"] = token;
        start.Environment["UPONAI_ACCOUNT_SID"] = accountSid;
        start.Environment["UPONAI_WORKSPACE_ID"] = workspaceId.ToString(CultureInfo.InvariantCulture);
        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync(TestTimeout.Token);
        error = process.StandardError.ReadToEndAsync(TestTimeout.Token);
    }

    internal bool HasExited => process.HasExited;

    /// <summary>SIGKILL: nothing of the process runs any more.</summary>
    internal async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestTimeout.Token);
    }

    /// <returns>The exit code, and what it said, errors last.</returns>
    internal async Task<(int ExitCode, string Said)> EndAsync()
    {
        await process.WaitForExitAsync(TestTimeout.Token);
        return (process.ExitCode, await output + await error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        // The readers end with the process, and nobody waits for them where it was killed.
        await Task.WhenAll(output, error);
        process.Dispose();
    }
}
