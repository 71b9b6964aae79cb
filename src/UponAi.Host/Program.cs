using UponAi.Host;
using UponAi.Host.Engine;
using UponAi.Sandbox;

var start = HostArguments.Parse(args, Console.Out, Console.Error);
if (start.ExitCode is { } exitCode) return exitCode;

await using var sandbox = start.Sandbox ? await SandboxServer.StartAsync(new SandboxOptions()) : null;
if (sandbox is not null) SandboxEnvironment.Set(sandbox);
return Session.Run(start);
