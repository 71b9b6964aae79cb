using System.Runtime.InteropServices;
using System.Security;

namespace UponAi;

/// <summary>Checks, protects and reveals the access token.</summary>
internal static class BearerToken
{
    /// <summary>Returns the token if it can be sent as one header value. The error does not show the token.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidToken"/>.</exception>
    internal static SecureString Checked(SecureString token)
    {
        var text = Reveal(token);
        if (text.Length == 0)
            throw Invalid("The token is empty. Generate one in the profile settings at app.uponai.com.");
        if (DisplayText.QuotationMarkAround(text) is { } mark)
        {
            throw Invalid(
                $"The token begins and ends with the quotation mark {mark}. Give the token without quotation marks.");
        }

        var at = text.TakeWhile(c => c is > ' ' and < '\u007f').Count();
        if (at == text.Length) return token;
        var found = text[at] is ' ' ? "a space" : "an invalid character";
        throw Invalid(
            $"The token contains {found} at position {at + 1} of {text.Length}. A token has only visible ASCII "
            + "characters. Copy it again, without line breaks.");
    }

    /// <summary>Returns the text as a read-only secure string.</summary>
    internal static SecureString Protect(string text)
    {
        var token = new SecureString();
        foreach (var c in text) token.AppendChar(c);
        token.MakeReadOnly();
        return token;
    }

    /// <summary>Returns the token as plain text.</summary>
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
