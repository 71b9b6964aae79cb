namespace UponAi.PowerShell.Current;

/// <summary>The list of an account's numbers, or the reason why there is no list.</summary>
internal sealed class AccountNumbers
{
    // Without any property, so that every comparison with it is unknown.
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

    /// <summary>Gets the numbers as the platform listed them, whatever was forgotten since.</summary>
    /// <exception cref="UponAiException">There is no list.</exception>
    internal IReadOnlyList<PhoneNumber> Listed { get => Failure is null ? field : throw Failure; } = [];

    /// <summary>Gets the rows of the list that cannot be read.</summary>
    internal IReadOnlyList<UnreadableRow> Unreadable { get; } = [];

    /// <summary>Returns the number, or null if the account has no such number in the workspace.</summary>
    /// <exception cref="UponAiException">There is no list, or its row of the number cannot be read.</exception>
    internal PhoneNumber? Find(NumberId number, int workspace)
    {
        if (Failure is not null) throw Failure;
        if (numbers.TryGetValue((number.Value, workspace), out var found)
            || numbers.TryGetValue((number.Value, null), out found))
            return found;
        return ErrorOf(number) is { } error ? throw error : null;
    }

    /// <summary>Returns why the list does not say whether it has the number, or null if it does.</summary>
    internal UponAiException? ErrorOf(NumberId number)
    {
        if (unreadable.TryGetValue(number.Value, out var error)) return error;
        return unnamed is null ? null : new UponAiException(
            UponAiError.InvalidResponse,
            $"The list may have {number} in a row that cannot be read: {unnamed.Message}",
            unnamed) { Request = unnamed.Request };
    }

    /// <summary>Forgets the properties of a number that is about to be changed.</summary>
    internal void Forget(NumberId number, int workspace) => numbers[(number.Value, workspace)] = Unknown;
}
