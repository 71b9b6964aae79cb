namespace UponAi.Host;

/// <summary>What the command line of the host asks for.</summary>
/// <param name="UsesSandbox">True if the host starts the sandbox and connects the session to it.</param>
/// <param name="PwshArguments">The arguments that the PowerShell console receives.</param>
internal sealed record HostArguments(bool UsesSandbox, IReadOnlyList<string> PwshArguments)
{
    /// <summary>Parses the command line, as <see cref="HostText.Help"/> describes it.</summary>
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
