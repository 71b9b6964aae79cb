namespace UponAi.PowerShell.Present;

/// <summary>What the platform has: one list an account, fetched when it is first asked for and kept as long as the command runs.</summary>
/// <param name="stopping">Cancelled when the command stops.</param>
internal sealed class PresentNumbers(CancellationToken stopping)
{
    private readonly Dictionary<string, AccountListing> byAccount = new(StringComparer.Ordinal);

    /// <summary>The account's list, after waiting for it on the pipeline thread. A list that could not be had is not asked for again.</summary>
    /// <exception cref="OperationCanceledException">The command stops.</exception>
    internal AccountListing Of(UponAiConnection connection, string account)
    {
        if (!byAccount.TryGetValue(account, out var listing)) byAccount[account] = listing = Fetch(connection, account);
        return listing;
    }

    private AccountListing Fetch(UponAiConnection connection, string account)
    {
        try
        {
            var listing = connection.Api.ListNumbersAsync(account, stopping);
            Task.WaitAny([listing], stopping);
            return new AccountListing(listing.GetAwaiter().GetResult());
        }
        catch (UponAiException e)
        {
            return new AccountListing(e);
        }
    }
}
