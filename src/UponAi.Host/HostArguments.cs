namespace UponAi.Host;

/// <summary>The host's command line: its own first argument, and the arguments of pwsh.</summary>
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
