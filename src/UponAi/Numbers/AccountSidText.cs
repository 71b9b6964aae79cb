namespace UponAi;

/// <summary>The rule for an account's sid: whatever the platform calls it, it is visible text.</summary>
internal static class AccountSidText
{
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidAccountSid"/>.</exception>
    internal static string Checked(string sid)
    {
        for (var i = 0; i < sid.Length; i++)
        {
            if (DisplayText.IsInvisible(sid[i])) throw Refuse(sid, DisplayText.Name(sid[i]));
            if (!char.IsSurrogate(sid[i])) continue;
            // Alone it would be sent as another character, and the account would be another.
            if (i + 1 == sid.Length || !char.IsSurrogatePair(sid[i], sid[i + 1])) throw Refuse(sid, "half of a character");
            i++;
        }

        return sid;
    }

    private static UponAiException Refuse(string sid, string what) =>
        new(UponAiError.InvalidAccountSid, $"'{DisplayText.Sanitize(sid)}' is not an account's sid: it holds {what}. Copy it anew from the platform.");
}
