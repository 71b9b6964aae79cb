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

/// <summary>The list of an account's numbers, or the error that prevented the list.</summary>
internal sealed class AccountNumbers
{
    // A number without any property, so that every comparison with it is unknown.
    private static readonly PhoneNumber Unknown = new();

    private readonly Dictionary<(string Number, int? Workspace), PhoneNumber> numbers = [];

    private readonly Dictionary<string, UponAiException> unreadable = new(StringComparer.Ordinal);
    private readonly UponAiException? unnamed;

    internal AccountNumbers(ListOutcome<PhoneNumber> list)
    {
        (Listed, Unreadable) = (list.Rows, list.Unreadable);
        foreach (var phone in list.Rows)
        {
            if (phone.Number is not null) numbers[(phone.Number, phone.WorkspaceId)] = phone;
        }

        foreach (var row in list.Unreadable)
        {
            if (row.Name is not null) unreadable[row.Name] = row.Error;
            else unnamed ??= row.Error;
        }
    }

    internal AccountNumbers(UponAiException failure) => Failure = failure;

    private UponAiException? Failure { get; }

    /// <summary>Gets the numbers as the platform listed them, including forgotten numbers.</summary>
    /// <exception cref="UponAiException">There is no list.</exception>
    internal IReadOnlyList<PhoneNumber> Listed { get => Failure is null ? field : throw Failure; } = [];

    /// <summary>Gets the unreadable rows of the list.</summary>
    internal IReadOnlyList<UnreadableRow> Unreadable { get; } = [];

    /// <summary>Returns the number, or null if the account does not have the number in the workspace.</summary>
    /// <exception cref="UponAiException">There is no list, or the row of the number cannot be read.</exception>
    internal PhoneNumber? Find(NumberId number, int workspace)
    {
        if (Failure is not null) throw Failure;
        if (numbers.TryGetValue((number.Value, workspace), out var found)
            || numbers.TryGetValue((number.Value, null), out found))
            return found;
        return FindError(number) is { } error ? throw error : null;
    }

    /// <summary>Returns the error of an unreadable row that is or may be the row of the number, or null.</summary>
    internal UponAiException? FindError(NumberId number)
    {
        if (unreadable.TryGetValue(number.Value, out var error)) return error;
        return unnamed is null ? null : new UponAiException(
            UponAiError.InvalidResponse,
            $"The list may have {number} in a row that cannot be read: {unnamed.Message}",
            unnamed) { Request = unnamed.Request };
    }

    /// <summary>Removes the known properties of a number, because a request is about to change them.</summary>
    internal void Forget(NumberId number, int workspace) => numbers[(number.Value, workspace)] = Unknown;
}
