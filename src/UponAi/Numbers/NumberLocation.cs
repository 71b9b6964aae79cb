namespace UponAi;

/// <summary>The account and the workspace of a request.</summary>
/// <param name="AccountSid">The sid of the account.</param>
/// <param name="WorkspaceId">The id of the workspace.</param>
public sealed record NumberLocation(string AccountSid, int WorkspaceId)
{
    /// <summary>Gets the sid of the account.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidAccountSid"/>.</exception>
    public string AccountSid { get; init => field = AccountSidText.Checked(value); } =
        AccountSidText.Checked(AccountSid);
}

/// <summary>
/// Checks the sid of an account. The platform does not document the form of a sid, so only text that is clearly
/// something else is refused.
/// </summary>
internal static class AccountSidText
{
    /// <summary>Returns the sid if it is valid.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidAccountSid"/>.</exception>
    internal static string Checked(string sid)
    {
        if (sid.Length == 0) throw Invalid(sid, "it is empty");
        if (Placeholder.Explain(sid) is { } cause) throw Invalid(sid, cause);
        if (DisplayText.QuotationMarkAround(sid) is { } mark)
            throw Invalid(sid, $"it begins and ends with the quotation mark {mark}");

        for (var i = 0; i < sid.Length; i++)
        {
            if (DisplayText.IsInvisible(sid[i])) throw Invalid(sid, $"it contains {DisplayText.Name(sid[i])}");
            if (!char.IsSurrogate(sid[i])) continue;
            // Half of a surrogate pair would be sent as another character, and could name another account.
            if (i + 1 == sid.Length || !char.IsSurrogatePair(sid[i], sid[i + 1]))
                throw Invalid(sid, "it contains half of a character");
            i++;
        }

        if (sid != sid.Trim()) throw Invalid(sid, "it begins or ends with a space");
        return sid;
    }

    private static UponAiException Invalid(string sid, string why) => new(
        UponAiError.InvalidAccountSid,
        $"'{DisplayText.Sanitize(sid)}' is not an account sid: {why}. Copy the account sid again from the platform.");
}
