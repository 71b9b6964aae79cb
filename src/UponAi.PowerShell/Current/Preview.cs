using UponAi.PowerShell.Connections;

namespace UponAi.PowerShell.Current;

/// <summary>The current values for -WhatIf. Explains once each reason why they are not available.</summary>
/// <param name="connect">Returns the connection, or throws.</param>
/// <param name="explain">Writes the reason for missing current values.</param>
/// <param name="warn">Writes a warning about rows that are errors without -WhatIf.</param>
internal sealed class Preview(
    Func<UponAiConnection> connect, CurrentNumbers current, Action<string> explain, Action<string> warn)
{
    private readonly HashSet<string> explained = new(StringComparer.Ordinal);
    private bool isDisconnected;
    private bool isUnavailable;

    /// <summary>Returns the connection, or null without one.</summary>
    internal UponAiConnection? FindConnection()
    {
        if (isDisconnected) return null;
        try
        {
            return connect();
        }
        catch (UponAiException e)
        {
            isDisconnected = true;
            Explain(e);
            return null;
        }
    }

    /// <summary>Finds a number in the list of its account.</summary>
    /// <returns>Null without a list, or if nothing names an account and a workspace.</returns>
    internal ListedNumber? Find(NumberId number, RequestedLocation location)
    {
        if (FindConnection() is not { } connection
            || FindLocation(number, location, connection) is not var (account, workspace))
            return null;
        // The list of each further account would wait for its own timeout.
        if (isUnavailable && !current.HasRequested(account)) return null;
        try
        {
            return current.GetAccount(account).Find(number, workspace);
        }
        catch (UponAiException e)
        {
            // The client retried these requests. A status such as 403 or 404 concerns only one account.
            isUnavailable |= e.StatusCode is null or 408 or 429 or >= 500;
            Explain(e);
            return null;
        }
    }

    /// <summary>Describes a change, with the current values if they are known.</summary>
    internal static string Describe(NumberAssignment assignment, ListedNumber? listed)
    {
        if (listed is null) return assignment.Describe();
        return listed.Current is { } number
            ? assignment.Describe(number)
            : $"{assignment.Describe()} ({listed.DescribeMissing()})";
    }

    private NumberLocation? FindLocation(NumberId number, RequestedLocation location, UponAiConnection connection)
    {
        try
        {
            return location.Resolve(connection);
        }
        catch (UponAiException e)
        {
            if (explained.Add(e.Message))
                warn($"Without -WhatIf, {number} and further rows like it are errors. {e.Message}");
            return null;
        }
    }

    // Each row of an account without a list has the same reason. An error about an unreadable row without a number
    // names the number of the request, but its cause is the same for each number.
    private void Explain(UponAiException reason)
    {
        var cause = reason.InnerException as UponAiException ?? reason;
        if (explained.Add(cause.Message)) explain($"The current values are not shown: {reason.Message}");
    }
}
