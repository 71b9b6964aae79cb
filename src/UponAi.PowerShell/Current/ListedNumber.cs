namespace UponAi.PowerShell.Current;

/// <summary>A number in the list of its account, looked up once for each row.</summary>
/// <exception cref="UponAiException">There is no list, or the row of the number cannot be read.</exception>
internal sealed class ListedNumber(AccountNumbers account, NumberId number, int workspace)
{
    /// <summary>Gets the number before the command. Null if the account does not have it in the workspace.</summary>
    internal PhoneNumber? Before { get; } = account.FindListed(number, workspace);

    /// <summary>Gets the same, but without properties if an earlier row of the command changes the number.</summary>
    internal PhoneNumber? Current { get; } = account.Find(number, workspace);

    /// <summary>Returns the number before the command.</summary>
    /// <exception cref="UponAiException">The account does not have the number in the workspace.</exception>
    internal PhoneNumber Require() => Before ?? throw new UponAiException(
        UponAiError.NotFound,
        $"The platform lists no number {number} in the account and workspace. "
        + "Correct the number, or give -AccountSid and -WorkspaceId.");

    /// <summary>Notes that a row changes the number. Later rows cannot be compared with the list.</summary>
    internal void Forget() => account.Forget(number, workspace);
}
