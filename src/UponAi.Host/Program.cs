// Starts the PowerShell console with the built module, and with the sandbox if the arguments ask for it.
using System.Globalization;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;
using UponAi.Host;
using UponAi.Sandbox;

// PowerShell reads these variables when it starts.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
Environment.SetEnvironmentVariable("POWERSHELL_UPDATECHECK", "Off");

var arguments = HostArguments.Parse(args);
await using var sandbox = arguments.UsesSandbox ? await SandboxServer.StartAsync(new SandboxOptions()) : null;
if (sandbox is not null) SetEnvironmentVariables(sandbox);

var session = InitialSessionState.CreateDefault2();
// Only Windows has an execution policy. RemoteSigned is the default of pwsh. The engine's own default runs no scripts.
if (OperatingSystem.IsWindows()) session.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
session.ImportPSModule([RepositoryFiles.FindManifest()]);
var connection = sandbox is null ? "Run Connect-UponAi to connect." : $"Connected to the sandbox at {sandbox.BaseUri}.";
var banner = $"PowerShell with the UponAi module. {connection}{Environment.NewLine}";
var exitCode = ConsoleShell.Start(session, banner, helpText: "", [.. arguments.PwshArguments]);
// Last, because the help of pwsh fills several screens.
if (arguments.IsHelp) Console.WriteLine(HostArguments.Help);
return exitCode;

// Sets the environment variables that an administrator would set.
static void SetEnvironmentVariables(SandboxServer sandbox)
{
    var workspace = sandbox.WorkspaceId.ToString(CultureInfo.InvariantCulture);
    Environment.SetEnvironmentVariable("UPONAI_BASE_URI", sandbox.BaseUri.ToString());
    Environment.SetEnvironmentVariable("UPONAI_TOKEN", sandbox.Token);
    Environment.SetEnvironmentVariable("UPONAI_ACCOUNT_SID", sandbox.AccountSid);
    Environment.SetEnvironmentVariable("UPONAI_WORKSPACE_ID", workspace);
}
