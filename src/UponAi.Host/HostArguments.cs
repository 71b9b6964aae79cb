using UponAi.Sandbox;

namespace UponAi.Host;

/// <summary>The command line of the host: its own first argument, and the arguments for pwsh.</summary>
/// <param name="UsesSandbox">True if the host starts the sandbox and connects the session to it.</param>
/// <param name="PwshArguments">The arguments that the PowerShell console receives unchanged.</param>
internal sealed record HostArguments(bool UsesSandbox, IReadOnlyList<string> PwshArguments)
{
    /// <summary>Parses the command line. Without arguments, the host shows the tour in the sandbox.</summary>
    internal static HostArguments Parse(string[] args) => args switch
    {
        [] => new(true, ["-NoProfile", "-File", RepositoryFiles.Quickstart]),
        [var first, .. var rest] when Is(first, "-Sandbox") => new(true, rest),
        [var first, ..] => new(Is(first, "-NoExit"), args),
    };

    private static bool Is(string argument, string name) => argument.Equals(name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The texts about the host that the console shows.</summary>
internal static class HostText
{
    /// <summary>The text for <c>-?</c>.</summary>
    internal const string Help =
        """

        Starts PowerShell with the UponAi module imported.

            dotnet run --project src/UponAi.Host                        examples/quickstart.ps1, in the sandbox
            dotnet run --project src/UponAi.Host -- -NoExit             a prompt that is connected to the sandbox
            dotnet run --project src/UponAi.Host -- -Sandbox [switch]   any switches of pwsh, in the sandbox
            dotnet run --project src/UponAi.Host -- [switch]            any switches of pwsh, without the sandbox

        -Sandbox and -NoExit, as the first argument, start the sandbox and set the UPONAI_* environment variables.
        Every switch of pwsh works, such as -File, -Command, -NonInteractive, -NoProfile and -OutputFormat.

        """;

    /// <summary>Returns the lines above the first prompt.</summary>
    internal static string Banner(SandboxServer? sandbox)
    {
        var connection = sandbox is null
            ? "Run Connect-UponAi to connect."
            : $"Connected to the sandbox at {sandbox.BaseUri}.";
        return $"PowerShell with the UponAi module. {connection}{Environment.NewLine}";
    }
}
