using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace UponAi.PowerShell.Connections;

/// <summary>
/// Creates connections, for Connect-UponAi and from the environment variables.
/// </summary>
internal static class ConnectionFactory
{
    internal static UponAiConnection Create(ConnectionSettings settings) => new(settings, NewClient);

    internal static UponAiConnection FromEnvironment(EnvironmentVariables environment, string userAgent) =>
        Create(new ConnectionSettings
        {
            BaseUri = environment.ResolveBaseUri(given: null),
            AccountSid = environment.AccountSid,
            WorkspaceId = environment.WorkspaceId,
            Token = BearerToken.Protect(environment.Token ?? ""),
            UserAgent = userAgent,
        });

    // Not inlined, so that the client's assembly loads with the first request.
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SuppressMessage("Performance", "CA1859", Justification = "The concrete type would load the client too early.")]
    private static IUponAiApi NewClient(ConnectionSettings settings) => new Client.UponAiClient(settings);
}

/// <summary>Creates the User-Agent header of new connections: <c>UponAi/0.1.0 PowerShell/7.6.9 (Core)</c>.</summary>
internal static class UserAgent
{
    /// <summary>Gets the header for requests without a command, such as completion.</summary>
    internal static string WithoutCommand =>
        $"UponAi/{UponAiConnection.ModuleVersion} PowerShell/{typeof(PSObject).Assembly.GetName().Version}";

    internal static string Create(PSCmdlet command)
    {
        var table = command.SessionState.PSVariable.GetValue("PSVersionTable") as IDictionary;
        var version = table?["PSVersion"] ?? command.Host.Version;
        return $"UponAi/{UponAiConnection.ModuleVersion} PowerShell/{version} ({table?["PSEdition"] ?? "Core"})";
    }
}
