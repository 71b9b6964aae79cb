using System.Runtime.InteropServices;
using System.Security;

namespace UponAi;

/// <summary>Carries the token from the administrator to the Authorization header, and nowhere else.</summary>
internal static class BearerToken
{
    /// <summary>Returns the token, or refuses it without showing it if it cannot be sent as one header value.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidToken"/>.</exception>
    internal static SecureString Checked(SecureString token)
    {
        var text = Reveal(token);
        if (text.Length == 0)
            throw Invalid("The token is empty. Generate one in the profile settings at app.uponai.com.");
        if (DisplayText.QuotationMarkAround(text) is { } mark)
        {
            throw Invalid(
                $"The token begins and ends with the quotation mark {mark}, which is not a part of it. "
                + "Give the token without quotation marks.");
        }

        var at = text.TakeWhile(c => c is > ' ' and < '\u007f').Count();
        if (at == text.Length) return token;
        var found = text[at] is ' ' ? "a space" : "a character that no token has";
        throw Invalid(
            $"The token holds {found} at position {at + 1} of {text.Length}; a token is one run of visible ASCII "
            + "characters. Copy it again, without line breaks.");
    }

    internal static SecureString Protect(string text)
    {
        var token = new SecureString();
        foreach (var c in text) token.AppendChar(c);
        token.MakeReadOnly();
        return token;
    }

    internal static string Reveal(SecureString token)
    {
        var memory = Marshal.SecureStringToGlobalAllocUnicode(token);
        try
        {
            return Marshal.PtrToStringUni(memory, token.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(memory);
        }
    }

    private static UponAiException Invalid(string message) => new(UponAiError.InvalidToken, message);
}
