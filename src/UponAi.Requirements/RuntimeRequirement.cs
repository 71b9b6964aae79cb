using System.Management.Automation;
using System.Runtime.InteropServices;

namespace UponAi.Requirements;

/// <summary>
/// Stops the import on a PowerShell that cannot load the module. Without this check, PowerShell 7.2 only reports a
/// missing System.Runtime.
/// </summary>
/// <remarks>
/// The manifest's PowerShellVersion is the same for both editions. An <c>if ($PSEdition …)</c> in the manifest would
/// do, but compiling the condition takes longer than loading this assembly.
/// </remarks>
public sealed class RuntimeRequirement : IModuleAssemblyInitializer
{
    private const int MinDotnet = 8;

    /// <inheritdoc/>
    public void OnImport()
    {
        var problem = FindProblem(RuntimeInformation.FrameworkDescription);
        if (problem is not null) throw new PlatformNotSupportedException(problem);
    }

    /// <summary>Returns an error message for a runtime older than the runtime of PowerShell 7.4, or null.</summary>
    /// <param name="framework">The description of the runtime, such as <c>.NET 6.0.36</c>.</param>
    internal static string? FindProblem(string framework)
    {
        // Windows PowerShell 5.1 runs on ".NET Framework 4.8", or on "Mono 6.12" in tests.
        var isDotnet = framework.StartsWith(".NET ", StringComparison.Ordinal)
            && !framework.StartsWith(".NET Framework", StringComparison.Ordinal);
        var version = framework.Substring(framework.LastIndexOf(' ') + 1).Split('-')[0];
        if (!isDotnet || !Version.TryParse(version, out var dotnet) || dotnet.Major >= MinDotnet) return null;

        return "UponAi needs PowerShell 7.4 or later, or Windows PowerShell 5.1. "
            + $"This PowerShell runs on {framework}, and PowerShell 7.4 runs on .NET 8. Install a newer PowerShell. "
            + "In Azure Automation, give the runbook a runtime environment with PowerShell 7.4 or later.";
    }
}
