namespace UponAi.PowerShell.Current;

/// <summary>A number in the list of its account, looked up once for each row.</summary>
/// <param name="listed">The number before the command. Null if the account does not have it in the workspace.</param>
/// <param name="otherWorkspace">A workspace that has the number instead, or null.</param>
/// <param name="forgotten">The numbers of the account that a row changes.</param>
internal sealed class ListedNumber(
    NumberId number, PhoneNumber? listed, int? otherWorkspace, HashSet<PhoneNumber> forgotten)
{
    // A number without any property, so that every comparison with it is unknown.
    private static readonly PhoneNumber Unknown = new();

    /// <summary>Gets the number before the row. Without properties, if an earlier row changes the number.</summary>
    internal PhoneNumber? Current { get; } = listed is not null && forgotten.Contains(listed) ? Unknown : listed;

    /// <summary>Returns the number before the command.</summary>
    /// <exception cref="UponAiException">The account does not have the number in the workspace.</exception>
    internal PhoneNumber Require() => listed ?? throw new UponAiException(
        UponAiError.NotFound,
        $"The platform lists no number {number} in the account and workspace. "
        + (otherWorkspace is { } other ? $"The account has the number in workspace {other}. " : "")
        + "Correct the number, or give -AccountSid and -WorkspaceId.");

    /// <summary>Returns text for a preview of a number that the account does not have in the workspace.</summary>
    internal string DescribeMissing() =>
        "the account does not list this number in the workspace"
        + (otherWorkspace is { } other ? $", but in workspace {other}" : "");

    /// <summary>Notes that a row changes the number. Later rows cannot be compared with the list.</summary>
    internal void Forget()
    {
        if (listed is not null) forgotten.Add(listed);
    }
}
