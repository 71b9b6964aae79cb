using UponAi.Sandbox.CommandLine;

namespace UponAi.Sandbox;

internal static class Program
{
    private static Task<int> Main(string[] args) => SandboxCommand.Create().Parse(args).InvokeAsync();
}
