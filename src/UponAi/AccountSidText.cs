namespace UponAi;

/// <summary>The rule for an account's sid: whatever the platform calls it, it is visible text.</summary>
internal static class AccountSidText
{
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidAccountSid"/>.</exception>
    internal static string Checked(string sid)
    {
        foreach (var c in sid)
        {
            if (PlainText.IsInvisible(c))
                throw new UponAiException(UponAiError.InvalidAccountSid, $"'{PlainText.Show(sid)}' is not an account's sid: it holds {PlainText.Name(c)}. Copy it anew from the platform.");
        }

        return sid;
    }
}
