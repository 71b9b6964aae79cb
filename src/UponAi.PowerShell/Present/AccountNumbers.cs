namespace UponAi.PowerShell.Present;

/// <summary>The numbers of one account, as the platform listed them or would not.</summary>
internal sealed class AccountNumbers
{
    // Carries nothing, so that nothing can be told of it.
    private static readonly PhoneNumber NotKnown = new();

    private readonly Dictionary<(string Number, int? Workspace), PhoneNumber> numbers = [];

    internal AccountNumbers(IEnumerable<PhoneNumber> listed)
    {
        foreach (var phone in listed)
        {
            if (phone.Number is not null) numbers[(phone.Number, phone.WorkspaceId)] = phone;
        }
    }

    internal AccountNumbers(UponAiException failure) => Failure = failure;

    /// <summary>Why there is no list.</summary>
    internal UponAiException? Failure { get; }

    /// <summary>The number as it was listed; one that says nothing where it was changed since.</summary>
    /// <returns>None where the account has no such number in the workspace.</returns>
    /// <exception cref="UponAiException">There is no list.</exception>
    internal PhoneNumber? Find(NumberId number, int workspace)
    {
        if (Failure is not null) throw Failure;
        return numbers.TryGetValue((number.Value, workspace), out var found) || numbers.TryGetValue((number.Value, null), out found) ? found : null;
    }

    /// <summary>From now on nothing is known of the number: it is about to be changed.</summary>
    internal void Forget(NumberId number, int workspace) => numbers[(number.Value, workspace)] = NotKnown;
}
