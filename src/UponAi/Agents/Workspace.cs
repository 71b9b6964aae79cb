namespace UponAi;

/// <summary>A workspace of the token, from the platform's list.</summary>
public sealed class Workspace
{
    internal Workspace(int workspaceId, string? name, string? accountSid) =>
        (WorkspaceId, Name, AccountSid) = (workspaceId, name, accountSid);

    /// <summary>Gets the id of the workspace.</summary>
    public int WorkspaceId { get; }

    /// <summary>Gets the name, or null if not reported.</summary>
    public string? Name { get; }

    /// <summary>Gets the sid of the account, or null if not reported.</summary>
    public string? AccountSid { get; }

    /// <summary>Returns the id.</summary>
    public override string ToString() => WorkspaceId.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
