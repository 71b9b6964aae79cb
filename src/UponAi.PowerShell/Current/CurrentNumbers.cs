namespace UponAi.PowerShell.Current;

/// <summary>Waits for a list of the platform.</summary>
/// <exception cref="UponAiException">The list could not be fetched.</exception>
internal delegate ListOutcome<T> FetchList<T>(
    UponAiConnection connection, Func<IUponAiApi, CancellationToken, Task<ListOutcome<T>>> request);

/// <summary>The current numbers of the platform. The list of an account is fetched at its first use, and kept while the command runs.</summary>
internal sealed class CurrentNumbers(FetchList<PhoneNumber> fetch)
{
    private readonly Dictionary<string, AccountNumbers> byAccount = new(StringComparer.Ordinal);

    /// <summary>Returns the numbers of an account. A list that could not be fetched is not requested again.</summary>
    internal AccountNumbers ForAccount(UponAiConnection connection, string account)
    {
        if (!byAccount.TryGetValue(account, out var listing)) byAccount[account] = listing = Fetch(connection, account);
        return listing;
    }

    private AccountNumbers Fetch(UponAiConnection connection, string account)
    {
        try
        {
            return new AccountNumbers(fetch(connection, (api, cancellation) => api.ListNumbersAsync(account, cancellation)));
        }
        catch (UponAiException e)
        {
            return new AccountNumbers(e);
        }
    }
}
