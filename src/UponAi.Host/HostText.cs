using UponAi.Sandbox;

namespace UponAi.Host;

/// <summary>The texts about the host that the PowerShell console shows.</summary>
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
