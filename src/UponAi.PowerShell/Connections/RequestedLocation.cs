namespace UponAi.PowerShell.Connections;

/// <summary>The account and workspace that parameters or a row name. The connection supplies a missing one.</summary>
/// <param name="AccountSid">The account, or null for that of the connection.</param>
/// <param name="WorkspaceId">The workspace, or null for that of the connection.</param>
internal readonly record struct RequestedLocation(string? AccountSid, int? WorkspaceId)
{
    /// <summary>Returns the account and the workspace.</summary>
    /// <exception cref="UponAiException">The connection has no account or no workspace either.</exception>
    internal NumberLocation Resolve(UponAiConnection connection) =>
        new(ResolveAccount(AccountSid, connection), ResolveWorkspace(WorkspaceId, connection));

    internal static string ResolveAccount(string? accountSid, UponAiConnection connection) =>
        accountSid ?? connection.AccountSid ?? throw Missing("account", "AccountSid", EnvironmentVariables.AccountSidName);

    internal static int ResolveWorkspace(int? workspaceId, UponAiConnection connection) =>
        workspaceId ?? connection.WorkspaceId ?? throw Missing("workspace", "WorkspaceId", EnvironmentVariables.WorkspaceIdName);

    private static UponAiException Missing(string what, string parameter, string variable) => new(
        UponAiError.NotConnected,
        $"No {what}: neither the row nor the connection names one. Give -{parameter} here or to Connect-UponAi, "
        + $"or set the environment variable {variable}.");
}
