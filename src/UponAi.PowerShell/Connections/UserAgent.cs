using System.Collections;
using System.Management.Automation;

namespace UponAi.PowerShell.Connections;

/// <summary>Creates the User-Agent header of new connections: <c>UponAi/0.1.0 PowerShell/7.6.9 (Core)</c>.</summary>
internal static class UserAgent
{
    /// <summary>Gets the header for requests without a command, such as completion.</summary>
    internal static string WithoutCommand =>
        $"UponAi/{UponAiConnection.ModuleVersion} PowerShell/{typeof(PSObject).Assembly.GetName().Version}";

    internal static string Create(PSCmdlet command)
    {
        var table = command.SessionState.PSVariable.GetValue("PSVersionTable") as IDictionary;
        var version = table?["PSVersion"] ?? command.Host.Version;
        return $"UponAi/{UponAiConnection.ModuleVersion} PowerShell/{version} ({table?["PSEdition"] ?? "Core"})";
    }
}
