using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;
using UponAi.Host;
using UponAi.Sandbox;

// pwsh reads these when it starts. This program reports nothing and looks for no newer version of itself.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
Environment.SetEnvironmentVariable("POWERSHELL_UPDATECHECK", "Off");

var start = HostArguments.Parse(args);
await using var sandbox = start.UsesSandbox ? await SandboxServer.StartAsync(new SandboxOptions()) : null;
if (sandbox is not null) SandboxEnvironment.Set(sandbox);

var session = InitialSessionState.CreateDefault2();
// Windows alone has a policy. pwsh ships with this one; the engine's own default runs no scripts at all.
if (OperatingSystem.IsWindows()) session.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
session.ImportPSModule([RepositoryFiles.Manifest]);
return ConsoleShell.Start(session, HostText.Banner(sandbox), HostText.Help, [.. start.PwshArguments]);
