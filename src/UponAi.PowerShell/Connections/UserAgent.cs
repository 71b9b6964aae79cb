using System.Collections;
using System.Management.Automation;
using System.Reflection;

namespace UponAi.PowerShell.Connections;

/// <summary>Who asks: <c>UponAi/0.1.0 PowerShell/7.6.9 (Core)</c>.</summary>
internal static class UserAgent
{
    private static readonly string ModuleVersion =
        typeof(UserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>For what runs without a command: the engine by the version of its assembly.</summary>
    internal static string OfEngine => $"UponAi/{ModuleVersion} PowerShell/{typeof(PSObject).Assembly.GetName().Version}";

    internal static string Of(PSCmdlet command)
    {
        var table = command.SessionState.PSVariable.GetValue("PSVersionTable") as IDictionary;
        return $"UponAi/{ModuleVersion} PowerShell/{table?["PSVersion"] ?? command.Host.Version} ({table?["PSEdition"] ?? "Core"})";
    }
}
