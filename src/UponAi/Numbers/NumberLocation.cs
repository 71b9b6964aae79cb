namespace UponAi;

/// <summary>Where a number is: the account and the workspace that a request names.</summary>
/// <param name="AccountSid">The account.</param>
/// <param name="WorkspaceId">The workspace.</param>
public sealed record NumberLocation(string AccountSid, int WorkspaceId)
{
    /// <summary>The account.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidAccountSid"/>.</exception>
    public string AccountSid { get; init => field = AccountSidText.Checked(value); } = AccountSidText.Checked(AccountSid);
}
