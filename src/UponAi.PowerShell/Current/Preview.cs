using UponAi.PowerShell.Connections;

namespace UponAi.PowerShell.Current;

/// <summary>
/// The current values for -WhatIf. Without a connection or a list, the reason is written once. An unreadable row of the
/// list is explained for each number.
/// </summary>
/// <param name="connect">Returns the connection, or throws.</param>
/// <param name="explain">Writes the reason for missing current values.</param>
internal sealed class Preview(Func<UponAiConnection> connect, CurrentNumbers current, Action<string> explain)
{
    private bool isUnavailable;
    private bool isDisconnected;

    /// <summary>
    /// Describes a change with the current values. For a later row of the same number, the current values are no longer
    /// known.
    /// </summary>
    internal string Describe(NumberAssignment assignment, RequestedLocation location)
    {
        if (!TryFind(assignment.Number, location, asListed: false, out var number)) return assignment.Describe();
        if (number is null) return assignment.Describe() + " (the account does not list this number)";
        FindAccount(location, out var workspace)!.Forget(assignment.Number, workspace);
        return assignment.Describe(number);
    }

    /// <summary>Finds the number in the current list.</summary>
    /// <param name="asListed">True to find the number as listed, even if a row changes it.</param>
    /// <param name="found">The number, or null if the account does not have the number in the workspace.</param>
    /// <returns>False if no list is available.</returns>
    internal bool TryFind(NumberId number, RequestedLocation location, bool asListed, out PhoneNumber? found)
    {
        found = null;
        if (isUnavailable) return false;
        AccountNumbers? account = null;
        try
        {
            account = FindAccount(location, out var workspace);
            if (account is null) return false;
            found = asListed ? account.FindListed(number, workspace) : account.Find(number, workspace);
            return true;
        }
        catch (UponAiException e)
        {
            // An unreadable row concerns only one number.
            isUnavailable = account is null || account.FindError(number) is null;
            explain($"The current values are not shown: {e.Message}");
            return false;
        }
    }

    /// <summary>Returns the connection, or null without one.</summary>
    internal UponAiConnection? FindConnection()
    {
        if (isDisconnected) return null;
        try
        {
            return connect();
        }
        catch (UponAiException)
        {
            // Not explained here: TryFind needs the connection too, and explains the same failure.
            isDisconnected = true;
            return null;
        }
    }

    // Returns null if no parameter, row or connection names an account and a workspace.
    private AccountNumbers? FindAccount(RequestedLocation location, out int workspace)
    {
        var connection = connect();
        workspace = location.WorkspaceId ?? connection.WorkspaceId ?? 0;
        return (location.AccountSid ?? connection.AccountSid) is { } account && workspace > 0
            ? current.GetAccount(connection, account)
            : null;
    }
}
