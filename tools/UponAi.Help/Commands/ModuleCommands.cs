using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace UponAi.Help.Commands;

/// <summary>Reads the commands of the built module from the PowerShell engine.</summary>
internal static class ModuleCommands
{
    /// <summary>Imports the module and returns its commands by name.</summary>
    /// <param name="manifest">The path of the module's manifest.</param>
    internal static IReadOnlyList<CommandInfo> Read(string manifest)
    {
        var state = InitialSessionState.CreateDefault2();
        // Only Windows has an execution policy, and its default loads no format file.
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        state.ImportPSModule([manifest]);
        state.ThrowOnRunspaceOpenError = true;
        using var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        var commands = shell.AddCommand("Get-Command").AddParameter("Module", "UponAi").Invoke<CommandInfo>();
        foreach (var command in commands) Resolve(command);
        return [.. commands.OrderBy(command => command.Name, StringComparer.Ordinal)];
    }

    // The engine computes these properties on first use, which needs an open runspace.
    private static void Resolve(CommandInfo command)
    {
        _ = command.ParameterSets;
        _ = command.Definition;
    }
}
