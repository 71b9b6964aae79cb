using System.Net;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace UponAi.Client.Messages;

/// <summary>
/// Removes the token from responses. A gateway may repeat the request headers in its error, escaped for JSON, URLs or
/// HTML.
/// </summary>
internal sealed class TokenRedactor(SecureString token)
{
    // A shorter token might be an ordinary word.
    private const int MinLength = 8;

    private static readonly Regex JsonEscape = new(
        @"\\(?:u([0-9A-Fa-f]{4})|(.))", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static readonly char[] EscapeBeginnings = ['\\', '%', '&'];

    private readonly string text = token.Length < MinLength ? "" : BearerToken.Reveal(token);
    private readonly byte[] bytes = token.Length < MinLength ? [] : Encoding.UTF8.GetBytes(BearerToken.Reveal(token));

    /// <summary>Overwrites the token in a body if the token is not escaped there.</summary>
    internal void Redact(Span<byte> body)
    {
        if (bytes.Length == 0) return;
        while (body.IndexOf(bytes) is >= 0 and var at)
        {
            body.Slice(at, bytes.Length).Fill((byte)'*');
            body = body.Slice(at + bytes.Length);
        }
    }

    /// <summary>
    /// Returns the text without the token. If the token is escaped, the method decodes all escapes of the text before
    /// it removes the token.
    /// </summary>
    internal string Redact(string shown)
    {
        if (text.Length == 0) return shown;
        var plain = Mask(shown);
        var decoded = Decode(plain);
        return decoded.Contains(text) ? Mask(decoded) : plain;
    }

    /// <summary>Returns true if the exception, or one of its causes, shows the token.</summary>
    internal bool IsShownBy(Exception exception)
    {
        var shown = exception.ToString();
        return !string.Equals(Redact(shown), shown, StringComparison.Ordinal);
    }

    private string Mask(string shown) =>
        shown.Contains(text) ? shown.Replace(text, new string('*', text.Length)) : shown;

    private static string Decode(string escaped)
    {
        if (escaped.IndexOfAny(EscapeBeginnings) < 0) return escaped;
        var json = JsonEscape.Replace(escaped, static match => match.Groups[1].Success
            ? ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString()
            : match.Groups[2].Value);
        return WebUtility.HtmlDecode(Uri.UnescapeDataString(json));
    }
}
