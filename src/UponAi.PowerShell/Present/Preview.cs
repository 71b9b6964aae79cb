namespace UponAi.PowerShell.Present;

/// <summary>What a preview can say of the present. Where no connection or no list is to be had it does without, and says once why.</summary>
/// <param name="connect">The connection, or the error that there is none.</param>
/// <param name="present">What the platform has.</param>
/// <param name="explain">Takes the reason why nothing of the present is shown.</param>
internal sealed class Preview(Func<UponAiConnection> connect, CurrentNumbers present, Action<string> explain)
{
    private bool isBlind;

    /// <summary>The change in words, beside what there is. The next row for the number is on top of this one.</summary>
    internal string Describe(NumberAssignment assignment, (string? Account, int? Workspace) stated)
    {
        if (!TryFind(assignment.Number, stated, out var current)) return assignment.Describe();
        if (current is null) return assignment.Describe() + " (the account does not list this number)";
        Listing(stated, out var workspace)!.Forget(assignment.Number, workspace);
        return assignment.Describe(current);
    }

    /// <summary>Looks the number up.</summary>
    /// <param name="current">None where the account has no such number in the workspace.</param>
    /// <returns>False where nothing can be looked up.</returns>
    internal bool TryFind(NumberId number, (string? Account, int? Workspace) stated, out PhoneNumber? current)
    {
        current = null;
        if (isBlind) return false;
        try
        {
            if (Listing(stated, out var workspace) is not { } listing) return false;
            current = listing.Find(number, workspace);
            return true;
        }
        catch (UponAiException e)
        {
            isBlind = true;
            explain($"What the numbers have now is not shown: {e.Message}");
            return false;
        }
    }

    private AccountNumbers? Listing((string? Account, int? Workspace) stated, out int workspace)
    {
        var connection = connect();
        workspace = stated.Workspace ?? connection.WorkspaceId ?? 0;
        return (stated.Account ?? connection.AccountSid) is { } account && workspace > 0 ? present.Of(connection, account) : null;
    }
}
