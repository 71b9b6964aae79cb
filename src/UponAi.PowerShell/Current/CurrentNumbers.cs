namespace UponAi.PowerShell.Current;

/// <summary>
/// The current state of the platform's numbers, for comparisons, previews, journals and the checks of Set and Restore.
/// <see cref="GetAccount"/> keeps the list of an account while the command runs.
/// </summary>
internal sealed class CurrentNumbers(FetchList<PhoneNumber> fetch)
{
    private readonly Dictionary<string, AccountNumbers> byAccount = new(StringComparer.Ordinal);

    /// <summary>Returns true if the list of an account was requested, also if the request failed.</summary>
    internal bool HasRequested(string account) => byAccount.ContainsKey(account);

    /// <summary>
    /// Returns the numbers of an account, and fetches their list at its first use. A failed list is not requested
    /// again: the result throws its error.
    /// </summary>
    internal AccountNumbers GetAccount(string account)
    {
        if (byAccount.TryGetValue(account, out var numbers)) return numbers;
        var (list, failure) = fetch.TryFetch(ListOf(account));
        return byAccount[account] = new AccountNumbers(list, failure);
    }

    /// <summary>Lists the numbers of an account for a single use. The list is not kept.</summary>
    /// <exception cref="UponAiException">There is no list.</exception>
    internal IReadOnlyList<PhoneNumber> ListOnce(string account) =>
        byAccount.TryGetValue(account, out var numbers) ? numbers.Listed : fetch(ListOf(account)).Rows;

    private static ListRequest<PhoneNumber> ListOf(string account) =>
        (api, cancellation) => api.ListNumbersAsync(account, cancellation);
}

/// <summary>The list of an account's numbers, or the error that prevented the list.</summary>
internal sealed class AccountNumbers
{
    private readonly Dictionary<(string Number, int? Workspace), PhoneNumber> numbers = [];
    private readonly HashSet<PhoneNumber> forgotten = [];
    private readonly ILookup<string?, UponAiException> unreadable;
    private readonly UponAiException? failure;

    // Only missing numbers need it.
    private ILookup<string?, int?>? workspaces;

    internal AccountNumbers(ListOutcome<PhoneNumber>? list, UponAiException? failure)
    {
        this.failure = failure;
        (Listed, Unreadable) = (list?.Rows ?? [], list?.Unreadable ?? []);
        unreadable = Unreadable.ToLookup(row => row.Name, row => row.Error, StringComparer.Ordinal);
        foreach (var phone in list?.Rows ?? [])
        {
            if (phone.Number is not null) numbers[(phone.Number, phone.WorkspaceId)] = phone;
        }
    }

    /// <summary>Gets the numbers as the platform listed them.</summary>
    /// <exception cref="UponAiException">There is no list.</exception>
    internal IReadOnlyList<PhoneNumber> Listed { get => failure is null ? field : throw failure; }

    internal IReadOnlyList<UnreadableRow> Unreadable { get; }

    /// <summary>Finds a number of a workspace.</summary>
    /// <exception cref="UponAiException">There is no list, or the row of the number cannot be read.</exception>
    internal ListedNumber Find(NumberId number, int workspace)
    {
        if (failure is not null) throw failure;
        if (numbers.TryGetValue((number.Value, workspace), out var found)
            || numbers.TryGetValue((number.Value, null), out found))
            return new ListedNumber(number, found, otherWorkspace: null, forgotten);
        CheckReadable(number);
        return new ListedNumber(number, listed: null, FindWorkspace(number), forgotten);
    }

    /// <summary>Returns a workspace that has the number, or null.</summary>
    private int? FindWorkspace(NumberId number)
    {
        workspaces ??= Listed.ToLookup(phone => phone.Number, phone => phone.WorkspaceId, StringComparer.Ordinal);
        return workspaces[number.Value].FirstOrDefault();
    }

    /// <summary>Throws if an unreadable row is or may be the row of the number.</summary>
    private void CheckReadable(NumberId number)
    {
        if (unreadable[number.Value].FirstOrDefault() is { } error) throw error;
        if (unreadable[null].FirstOrDefault() is { } unnamed)
            throw ListFetching.MayBeUnreadable("The list", number.Value, unnamed);
    }
}
