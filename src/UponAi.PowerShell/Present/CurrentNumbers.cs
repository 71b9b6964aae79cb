namespace UponAi.PowerShell.Present;

/// <summary>What the platform has: one list an account, fetched when it is first asked for and kept as long as the command runs.</summary>
/// <param name="list">Waits for an account's list.</param>
internal sealed class CurrentNumbers(Func<UponAiConnection, string, IReadOnlyList<PhoneNumber>> list)
{
    private readonly Dictionary<string, AccountNumbers> byAccount = new(StringComparer.Ordinal);

    /// <summary>The account's list, after waiting for it on the pipeline thread. A list that could not be had is not asked for again.</summary>
    internal AccountNumbers Of(UponAiConnection connection, string account)
    {
        if (!byAccount.TryGetValue(account, out var listing)) byAccount[account] = listing = Fetch(connection, account);
        return listing;
    }

    private AccountNumbers Fetch(UponAiConnection connection, string account)
    {
        try
        {
            return new AccountNumbers(list(connection, account));
        }
        catch (UponAiException e)
        {
            return new AccountNumbers(e);
        }
    }
}
