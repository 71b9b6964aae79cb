namespace UponAi.PowerShell.Current;

/// <summary>The list of an account's numbers, or the reason why there is no list.</summary>
internal sealed class AccountNumbers
{
    // Without any property, so that every comparison with it is unknown.
    private static readonly PhoneNumber Unknown = new();

    private readonly Dictionary<(string Number, int? Workspace), PhoneNumber> numbers = [];

    internal AccountNumbers(IReadOnlyList<PhoneNumber> listed)
    {
        Listed = listed;
        foreach (var phone in listed)
        {
            if (phone.Number is not null) numbers[(phone.Number, phone.WorkspaceId)] = phone;
        }
    }

    internal AccountNumbers(UponAiException failure) => Failure = failure;

    private UponAiException? Failure { get; }

    /// <summary>Gets the numbers as the platform listed them, whatever was forgotten since.</summary>
    /// <exception cref="UponAiException">There is no list.</exception>
    internal IReadOnlyList<PhoneNumber> Listed { get => Failure is null ? field : throw Failure; } = [];

    /// <summary>Returns the number, or null if the account has no such number in the workspace.</summary>
    /// <exception cref="UponAiException">There is no list.</exception>
    internal PhoneNumber? Find(NumberId number, int workspace)
    {
        if (Failure is not null) throw Failure;
        return numbers.TryGetValue((number.Value, workspace), out var found)
            || numbers.TryGetValue((number.Value, null), out found) ? found : null;
    }

    /// <summary>Forgets the properties of a number that is about to be changed.</summary>
    internal void Forget(NumberId number, int workspace) => numbers[(number.Value, workspace)] = Unknown;
}
