namespace UponAi.PowerShell.Current;

/// <summary>
/// The current state of the platform's numbers, for comparisons, previews, journals and the checks of Set and Restore.
/// The list of an account is fetched at its first use, and kept while the command runs.
/// </summary>
internal sealed class CurrentNumbers(FetchList<PhoneNumber> fetch)
{
    private readonly Dictionary<string, AccountNumbers> byAccount = new(StringComparer.Ordinal);

    /// <summary>
    /// Returns the numbers of an account. A failed list is not requested again: the result throws its error.
    /// </summary>
    internal AccountNumbers GetAccount(UponAiConnection connection, string account)
    {
        if (byAccount.TryGetValue(account, out var numbers)) return numbers;
        var (list, failure) =
            fetch.TryFetch(connection, (api, cancellation) => api.ListNumbersAsync(account, cancellation));
        return byAccount[account] = new AccountNumbers(list, failure);
    }
}
