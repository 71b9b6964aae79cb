using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;
using UponAi.Host.Commands;
using UponAi.Host.Screen;

namespace UponAi.Host.Engine;

/// <summary>A runspace with the built module imported, in which one script or one text runs.</summary>
internal static class Session
{
    private const string Succeeded = "UponAiHostSucceeded";

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
        state.Commands.Add(new SessionStateCmdletEntry("Out-Screen", typeof(OutScreenCommand), null));
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
        // Not Stop, which fails where the pipeline ends before it begins to wait.
        host.OnStop = () => shell.BeginStop(null, null);
        try
        {
            if (start.Command is { } text) AddCommand(shell, text);
            else AddFile(shell, start);
            foreach (var command in shell.Commands.Commands) command.MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
            shell.AddCommand("Out-Screen").Invoke();
        }
        catch (PipelineStoppedException)
        {
            return host.ExitCode ?? 1;
        }
        catch (RuntimeException e)
        {
            ShowFailure(shell, host, e.ErrorRecord);
            return host.ExitCode ?? 1;
        }

        if (host.ExitCode is { } exitCode) return exitCode;
        if (shell.InvocationStateInfo.State == PSInvocationState.Stopped) return 1;
        if (runspace.SessionStateProxy.GetVariable(Succeeded) is not false) return 0;
        // A script that ran to its end has succeeded, unless it asked for another exit code; one that never began has set none.
        return start.File is not null && runspace.SessionStateProxy.GetVariable("global:LASTEXITCODE") is int code ? code : 1;
    }

    // Only in the text itself does $? tell of its last statement.
    private static void AddCommand(PowerShell shell, string text)
    {
        // Whatever is wrong with the text is said of it as it was given.
        ScriptBlock.Create(text);
        shell.AddScript($"{text}\n$global:{Succeeded} = $?");
    }

    private static void AddFile(PowerShell shell, HostArguments start)
    {
        var arguments = ScriptArguments.Of(start.FileArguments);
        shell.AddScript($"param($Run, $Values) . $Run {arguments.Text}; $global:{Succeeded} = $?").AddParameter("Run", Path.GetFullPath(start.File!)).AddParameter("Values", arguments.Values);
    }

    private static void ShowFailure(PowerShell shell, ConsoleHost host, ErrorRecord failure)
    {
        host.WritesErrors = true;
        shell.Commands.Clear();
        shell.AddScript("param($Failure) $Failure").AddParameter("Failure", failure).AddCommand("Out-Default").Invoke();
    }
}
