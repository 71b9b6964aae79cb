namespace UponAi;

/// <summary>The rule for where a token may be sent: https anywhere, http on loopback alone.</summary>
internal static class BaseAddress
{
    // A password ends at '@'; a token may follow '?' or '#'.
    private static readonly char[] BeforeOrAfterSecrets = ['@', '?', '#'];

    internal static Uri Parse(string? text)
    {
        var trimmed = (text ?? "").Trim();
        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            throw Refuse(trimmed.IndexOfAny(BeforeOrAfterSecrets) < 0 ? trimmed : "…", "is not an absolute URL");
        if (uri.UserInfo.Length > 0) throw Refuse(uri.Host, "was given with a user name or password; the token goes into -Token");
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0) throw Refuse(uri.GetLeftPart(UriPartial.Path), "has a query or a fragment");
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            throw Refuse(trimmed, "would send the token unencrypted; http is for loopback alone");
        return uri;
    }

    private static UponAiException Refuse(string shown, string why) => new(
        UponAiError.InvalidBaseUri, $"The base address '{DisplayText.Sanitize(shown)}' {why}. Give an address such as {ConnectionSettings.DefaultBaseUri.OriginalString}.");
}
