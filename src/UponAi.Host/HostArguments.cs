namespace UponAi.Host;

/// <summary>The meaning of the host's command line.</summary>
/// <param name="UsesSandbox">True if the host starts the sandbox and connects the session to it.</param>
/// <param name="PwshArguments">The arguments that the PowerShell console receives.</param>
internal sealed record HostArguments(bool UsesSandbox, IReadOnlyList<string> PwshArguments)
{
    /// <summary>The text after the help of pwsh.</summary>
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

    /// <summary>True if the first argument, or the one after <c>-NoProfile</c>, asks pwsh for help.</summary>
    internal bool IsHelp =>
        PwshArguments.FirstOrDefault(argument => !Is(argument, "-NoProfile")) is { } first
        && first.TrimStart('-', '/').ToUpperInvariant() is "?" or "H" or "HELP";

    /// <summary>Parses the command line.</summary>
    internal static HostArguments Parse(string[] args)
    {
        if (args is []) return new(UsesSandbox: true, ["-NoProfile", "-File", RepositoryFiles.FindQuickstart()]);
        // -Sandbox is a switch of the host alone.
        if (Is(args[0], "-Sandbox")) return new(UsesSandbox: true, args[1..]);
        // -NoExit is a switch of pwsh. As the first argument, it asks for a prompt, which needs a connection.
        return new(UsesSandbox: Is(args[0], "-NoExit"), args);
    }

    private static bool Is(string argument, string name) => argument.Equals(name, StringComparison.OrdinalIgnoreCase);
}
