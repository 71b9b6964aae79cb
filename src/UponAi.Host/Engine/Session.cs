using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;
using UponAi.Host.Commands;
using UponAi.Host.Screen;

namespace UponAi.Host.Engine;

/// <summary>A runspace with the built module imported, in which one script or one text runs.</summary>
internal static class Session
{
    // The formatter holds the rows of a table until its pipeline ends, and a terminating error would drop them; so the error is caught
    // inside, and shown once the rows are out.
    private const string Wrapper = """
        param($Run, $Arguments)
        try { . $Run @Arguments } catch { $global:UponAiHostFailure = $_ }
        """;

    /// <returns>The exit code that pwsh would have.</returns>
    internal static int Run(HostArguments start)
    {
        if (start.File is { } file && !File.Exists(file))
        {
            Console.Error.WriteLine($"The argument '{file}' to the -File parameter does not exist. Give the path to an existing .ps1 file.");
            return 64;
        }

        var host = new ConsoleHost();
        var state = InitialSessionState.CreateDefault2();
        // Windows alone has a policy, and its default runs no scripts at all.
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        state.Commands.Add(new SessionStateCmdletEntry("Import-Csv", typeof(ImportCsvCommand), null));
        state.ImportPSModule([RepositoryFiles.Manifest]);
        state.ThrowOnRunspaceOpenError = true;
        using var runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            host.Stop();
        };
        return Run(runspace, host, start);
    }

    private static int Run(Runspace runspace, ConsoleHost host, HostArguments start)
    {
        using var shell = PowerShell.Create(runspace);
        host.OnStop = () => shell.Stop();

        var run = start.Command is { } text ? (object)ScriptBlock.Create(text) : Path.GetFullPath(start.File!);
        var succeeded = Invoke(shell, script => script.AddScript(Wrapper).AddParameter("Run", run).AddParameter("Arguments", start.FileArguments));
        if (host.ExitCode is { } exitCode) return exitCode;

        var failure = runspace.SessionStateProxy.PSVariable.GetValue("global:UponAiHostFailure");
        if (failure is not null)
        {
            ShowFailure(shell, failure);
            return 1;
        }

        return succeeded || start.File is not null ? 0 : 1;
    }

    // The formatter writes an error that is marked like this to the error stream, and leaves its origin as it is.
    private static void ShowFailure(PowerShell shell, object failure)
    {
        var error = PSObject.AsPSObject(failure);
        error.Properties.Add(new PSNoteProperty("writeErrorStream", true));
        Invoke(shell, script => script.AddScript("param($Failure) $Failure").AddParameter("Failure", error));
    }

    /// <summary>Runs a step and shows all that it puts out, errors included, in order.</summary>
    private static bool Invoke(PowerShell shell, Action<PowerShell> add)
    {
        shell.Commands.Clear();
        shell.Streams.ClearStreams();
        add(shell);
        foreach (var command in shell.Commands.Commands) command.MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        try
        {
            shell.Invoke();
            return !shell.HadErrors;
        }
        catch (PipelineStoppedException)
        {
            return false;
        }
    }
}
