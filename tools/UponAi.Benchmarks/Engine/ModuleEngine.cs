using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using Microsoft.PowerShell;
using UponAi.Benchmarks.Bulk;
using UponAi.Testing;

namespace UponAi.Benchmarks.Engine;

/// <summary>
/// A PowerShell engine in this process with the built module imported through its manifest, and a host that discards
/// all text.
/// </summary>
internal sealed class ModuleEngine : IDisposable
{
    private readonly Runspace runspace;

    internal ModuleEngine()
    {
        var state = InitialSessionState.CreateDefault2();
        // Windows alone has a policy, and its default loads no format file.
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        state.ImportPSModule([RepositoryFiles.Manifest]);
        state.ThrowOnRunspaceOpenError = true;
        runspace = RunspaceFactory.CreateRunspace(new DiscardingHost(), state);
        runspace.Open();
    }

    /// <summary>Gets the build configuration of the imported module.</summary>
    internal static string ModuleConfiguration => AppDomain.CurrentDomain.GetAssemblies()
        .Single(assembly => assembly.GetName().Name == "UponAi.PowerShell")
        .GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    internal void Connect(Uri platform) => Run(
        "Connect-UponAi -BaseUri $uri -Token $token -AccountSid $account -WorkspaceId $workspace",
        ("uri", platform),
        ("token", BearerToken.Protect(SandboxProcess.Token)),
        ("account", SandboxProcess.Scope.AccountSid),
        ("workspace", SandboxProcess.Scope.WorkspaceId));

    /// <summary>Pipes rows into Set-UponAiNumberAssignment, and discards the results. A failed row throws.</summary>
    internal void Set(IEnumerable<PSObject> rows, string more) =>
        Run($"$rows | Set-UponAiNumberAssignment {more} | Out-Null", ("rows", rows));

    /// <summary>Reads the list of numbers and discards the numbers.</summary>
    internal void ListNumbers() => Run("Get-UponAiNumber | Out-Null");

    /// <summary>Imports a plan file and previews its rows. An invalid row throws.</summary>
    internal void Import(string path) =>
        Run(
            "Import-UponAiNumberAssignment -LiteralPath $path | Set-UponAiNumberAssignment -WhatIf | Out-Null",
            ("path", path));

    /// <summary>Reads a journal and discards the entries. A damaged line throws.</summary>
    internal void ReadJournal(string path) => Run("Get-UponAiJournal -LiteralPath $path | Out-Null", ("path", path));

    /// <summary>Pipes rows through the engine without the module.</summary>
    internal void PassOver(IEnumerable<PSObject> rows) =>
        Run("$rows | ForEach-Object { $_.Number } | Out-Null", ("rows", rows));

    /// <summary>
    /// Pipes rows into Set-UponAiNumberAssignment, and reports each result when it arrives. Counts errors instead of
    /// throwing.
    /// </summary>
    /// <returns>How many rows failed.</returns>
    internal int Set(IEnumerable<PSObject> rows, string more, Action finished)
    {
        using var shell = Shell($"$rows | Set-UponAiNumberAssignment {more}", ("rows", rows));
        using var output = new PSDataCollection<PSObject>();
        output.DataAdded += (_, _) => finished();
        shell.Invoke(null, output);
        return shell.Streams.Error.Count;
    }

    /// <summary>Begins to pipe rows into Set-UponAiNumberAssignment.</summary>
    /// <returns>The pipeline, which the caller stops and disposes of, and a task that ends with it.</returns>
    internal (PowerShell Shell, Task Ended) StartSet(IEnumerable<PSObject> rows, string more)
    {
        var shell = Shell($"$rows | Set-UponAiNumberAssignment {more}", ("rows", rows));
        return (shell, shell.InvokeAsync());
    }

    /// <summary>Runs a script, and returns its output, errors and warnings.</summary>
    internal EngineResult Invoke(string script, params ReadOnlySpan<(string Name, object Value)> variables)
    {
        using var shell = Shell(script, variables);
        return new EngineResult(
            [.. shell.Invoke()],
            [.. shell.Streams.Error],
            [.. shell.Streams.Warning.Select(warning => warning.Message)]);
    }

    public void Dispose() => runspace.Dispose();

    private void Run(string script, params ReadOnlySpan<(string Name, object Value)> variables)
    {
        using var shell = Shell(script, variables);
        shell.Invoke();
        if (shell.Streams.Error is [var first, ..])
            throw new InvalidOperationException(
                $"{shell.Streams.Error.Count} errors, the first: {first}",
                first.Exception);
    }

    private PowerShell Shell(string script, params ReadOnlySpan<(string Name, object Value)> variables)
    {
        foreach (var (name, value) in variables) runspace.SessionStateProxy.SetVariable(name, value);
        return PowerShell.Create(runspace).AddScript(script);
    }
}
