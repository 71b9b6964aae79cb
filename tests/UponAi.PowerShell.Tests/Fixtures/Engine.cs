using System.Collections.Concurrent;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;
using UponAi.Testing;
using Shell = System.Management.Automation.PowerShell;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>A PowerShell engine with the built module imported through its manifest.</summary>
internal sealed class Engine : IDisposable
{
    private static readonly ConcurrentBag<Engine> Idle = [];

    private readonly Runspace runspace;
    private bool isShared;

    /// <summary>Starts an engine that no other test uses.</summary>
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

    /// <summary>
    /// Reuses an engine of an earlier test, or starts an engine: starting takes longer than most tests. The engine has
    /// no variables and no connection. An earlier test may have left functions in it, and nothing else.
    /// </summary>
    internal static Engine Rent() => Idle.TryTake(out var engine) ? engine : new Engine { isShared = true };

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

    /// <summary>Ends the engine, or keeps it for the next test.</summary>
    public void Dispose()
    {
        if (isShared && TryReset()) Idle.Add(this);
        else runspace.Dispose();
    }

    private bool TryReset()
    {
        var session = runspace.SessionStateProxy;
        if (runspace.RunspaceAvailability != RunspaceAvailability.Available) return false;
        // A test left Constrained Language on. An engine forced back from it differs from a user's.
        if (session.LanguageMode != PSLanguageMode.FullLanguage) return false;
        try
        {
            runspace.ResetRunspaceState();
            session.Path.SetLocation(Environment.CurrentDirectory);
        }
        // An engine that cannot be reset is not reused.
        catch (InvalidOperationException)
        {
            return false;
        }

        using var shell = Shell.Create(runspace).AddCommand("Disconnect-UponAi");
        shell.Invoke();
        Screen.Clear();
        return !shell.HadErrors;
    }
}
