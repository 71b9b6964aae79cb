namespace UponAi.PowerShell.Connections;

/// <summary>The account and workspace of parameters or a row. The connection supplies missing values.</summary>
/// <param name="AccountSid">The account, or null for the account of the connection.</param>
/// <param name="WorkspaceId">The workspace, or null for the workspace of the connection.</param>
internal readonly record struct RequestedLocation(string? AccountSid, int? WorkspaceId)
{
    /// <summary>Returns the account and the workspace.</summary>
    /// <exception cref="UponAiException">The account or workspace is missing here and in the connection.</exception>
    internal NumberLocation Resolve(UponAiConnection connection) =>
        new(ResolveAccount(AccountSid, connection), ResolveWorkspace(WorkspaceId, connection));

    internal static string ResolveAccount(string? accountSid, UponAiConnection connection) =>
        accountSid
        ?? connection.AccountSid
        ?? throw Missing("account", "AccountSid", EnvironmentVariables.AccountSidName);

    internal static int ResolveWorkspace(int? workspaceId, UponAiConnection connection) =>
        workspaceId
        ?? connection.WorkspaceId
        ?? throw Missing("workspace", "WorkspaceId", EnvironmentVariables.WorkspaceIdName);

    private static UponAiException Missing(string what, string parameter, string variable) => new(
        UponAiError.NotConnected,
        $"No {what}: no parameter, row or connection names one. Give -{parameter} here or to Connect-UponAi, "
        + $"or set the environment variable {variable}.");
}
