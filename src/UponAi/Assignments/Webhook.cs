using System.Text.RegularExpressions;

namespace UponAi;

/// <summary>An absolute http or https URL that keeps the text of the user.</summary>
public readonly struct Webhook : IEquatable<Webhook>
{
    // Characters that RFC 3986 does not allow, a '%' without an escape, a second '#', and brackets outside an IP
    // address.
    private static readonly Regex Misplaced = new(
        @"[^!#-;=?-Z\[\]_a-z~]|%(?![0-9A-Fa-f]{2})|(?<=#.*)#|[\[\]](?=[^/?#]*@)|(?<=://[^/?#]*[/?#].*)[\[\]]",
        RegexOptions.CultureInvariant);

    private readonly string? url;

    private Webhook(string url) => this.url = url;

    /// <summary>Parses a URL.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidWebhookUrl"/>.</exception>
    public static Webhook Parse(string? text)
    {
        var trimmed = (text ?? "").Trim();
        if (Placeholder.Explain(trimmed) is { } cause) throw Invalid(text, $"is not a URL: {cause}");
        if (trimmed.Any(c => DisplayText.IsInvisible(c) || char.IsWhiteSpace(c)))
            throw Invalid(text, "contains white space or an invisible character");
        // URL parsers disagree on these characters. The platform could call another host for every caller.
        if (Misplaced.Match(trimmed) is { Success: true } found)
            throw Invalid(text, $"contains {DisplayText.Name(found.Value[0])}, which must be percent-encoded in a URL");

        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            throw Invalid(text, "is not an absolute URL");
        if (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            throw Invalid(text, $"has the scheme '{DisplayText.Sanitize(uri.Scheme)}'");
        return new Webhook(trimmed);
    }

    /// <inheritdoc/>
    public bool Equals(Webhook other) => string.Equals(url, other.url, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Webhook other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => url is null ? 0 : StringComparer.Ordinal.GetHashCode(url);

    /// <summary>Returns the URL as given.</summary>
    public override string ToString() => url ?? "";

    /// <summary>Returns true if both URLs are the same text.</summary>
    public static bool operator ==(Webhook left, Webhook right) => left.Equals(right);

    /// <summary>Returns true if the URLs are not the same text.</summary>
    public static bool operator !=(Webhook left, Webhook right) => !left.Equals(right);

    private static UponAiException Invalid(string? text, string why) => new(
        UponAiError.InvalidWebhookUrl,
        $"'{DisplayText.Sanitize(text)}' {why}. A webhook is an absolute http or https URL, such as "
        + "https://example.com/hook. 'none' removes the webhook.");
}
