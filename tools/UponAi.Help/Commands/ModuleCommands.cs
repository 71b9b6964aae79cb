using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace UponAi.Help.Commands;

/// <summary>The built module's commands, as the engine itself describes them.</summary>
internal static class ModuleCommands
{
    /// <param name="manifest">The module's manifest.</param>
    internal static IReadOnlyList<CommandInfo> Of(string manifest)
    {
        var state = InitialSessionState.CreateDefault2();
        // Windows alone has a policy, and its default loads no format file.
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        state.ImportPSModule([manifest]);
        state.ThrowOnRunspaceOpenError = true;
        using var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        return [.. shell.AddCommand("Get-Command").AddParameter("Module", "UponAi").Invoke<CommandInfo>().Select(Resolved).OrderBy(command => command.Name, StringComparer.Ordinal)];
    }

    // What a closed runspace can no longer work out is worked out here.
    private static CommandInfo Resolved(CommandInfo command)
    {
        _ = command.ParameterSets;
        _ = command.Definition;
        return command;
    }
}
