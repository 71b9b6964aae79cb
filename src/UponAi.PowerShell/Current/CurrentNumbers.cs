namespace UponAi.PowerShell.Current;

/// <summary>Requests a list of the platform.</summary>
internal delegate Task<ListOutcome<T>> ListRequest<T>(IUponAiApi api, CancellationToken cancellationToken);

/// <summary>Sends the request of a list and waits for the result.</summary>
/// <exception cref="UponAiException">The list could not be fetched.</exception>
internal delegate ListOutcome<T> FetchList<T>(UponAiConnection connection, ListRequest<T> request);

/// <summary>
/// The current state of the platform's numbers. The list of an account is fetched at its first use, and kept while the
/// command runs.
/// </summary>
internal sealed class CurrentNumbers(FetchList<PhoneNumber> fetch)
{
    private readonly Dictionary<string, AccountNumbers> byAccount = new(StringComparer.Ordinal);

    /// <summary>Returns the numbers of an account. A failed list is not requested again.</summary>
    internal AccountNumbers GetAccount(UponAiConnection connection, string account)
    {
        if (!byAccount.TryGetValue(account, out var listing)) byAccount[account] = listing = Fetch(connection, account);
        return listing;
    }

    private AccountNumbers Fetch(UponAiConnection connection, string account)
    {
        try
        {
            return new AccountNumbers(
                fetch(connection, (api, cancellation) => api.ListNumbersAsync(account, cancellation)));
        }
        catch (UponAiException e)
        {
            return new AccountNumbers(e);
        }
    }
}
