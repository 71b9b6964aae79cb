using System.Runtime.InteropServices;
using System.Security;

namespace UponAi;

/// <summary>The token on its way from the administrator to the Authorization header, and nowhere else.</summary>
internal static class BearerToken
{
    /// <summary>Refuses what is empty or could not travel as one header value, without showing it.</summary>
    internal static SecureString Checked(SecureString token)
    {
        var text = Reveal(token);
        if (text.Length == 0)
            throw new UponAiException(UponAiError.InvalidToken, "The token is empty. Generate one in the profile settings at app.uponai.com.");

        var at = text.TakeWhile(c => c is > ' ' and < '\u007f').Count();
        if (at == text.Length) return token;
        throw new UponAiException(
            UponAiError.InvalidToken,
            $"The token holds {(text[at] is ' ' ? "a space" : "a character that no token has")} at position {at + 1} of {text.Length}; a token is one run of visible ASCII characters. Copy it again, without line breaks.");
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
}
