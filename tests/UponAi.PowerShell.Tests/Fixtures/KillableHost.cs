using System.Diagnostics;
using System.Globalization;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>
/// The built host as a separate process, connected to a platform by environment variables. The test may kill the
/// process.
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

    /// <summary>Kills the process with SIGKILL, so that no more of its code runs.</summary>
    internal async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestTimeout.Token);
    }

    /// <returns>The exit code and the output, with the errors last.</returns>
    internal async Task<(int ExitCode, string Said)> EndAsync()
    {
        await process.WaitForExitAsync(TestTimeout.Token);
        return (process.ExitCode, await output + await error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        // The readers end with the process. Nothing waits for them after a kill.
        await Task.WhenAll(output, error);
        process.Dispose();
    }
}
