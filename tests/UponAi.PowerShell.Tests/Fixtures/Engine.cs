using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;
using UponAi.Testing;
using Shell = System.Management.Automation.PowerShell;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>A separate PowerShell engine that has imported the built module through its manifest.</summary>
internal sealed class Engine : IDisposable
{
    private readonly Runspace runspace;

    internal Engine()
    {
        var state = InitialSessionState.CreateDefault2();
        // Only Windows has an execution policy, and its default loads no format file.
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        state.ImportPSModule([RepositoryFiles.Manifest]);
        state.ThrowOnRunspaceOpenError = true;
        runspace = RunspaceFactory.CreateRunspace(new RecordingHost(Screen), state);
        runspace.Open();
    }

    internal RecordingInterface Screen { get; } = new();

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">The text of the script.</param>
    /// <param name="variables">The variables of the script.</param>
    internal async Task<Outcome> RunAsync(string script, params (string Name, object? Value)[] variables)
    {
        using var running = Start(script, variables);
        return await running.EndAsync();
    }

    /// <summary>Starts a script, so that the test can stop the script or act while it runs.</summary>
    internal RunningScript Start(string script, params (string Name, object? Value)[] variables)
    {
        foreach (var (name, value) in variables) runspace.SessionStateProxy.SetVariable(name, value);
        return new RunningScript(Shell.Create(runspace).AddScript(script));
    }

    public void Dispose() => runspace.Dispose();
}
