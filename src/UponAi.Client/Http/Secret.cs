using System.Security;
using System.Text;

namespace UponAi.Client.Http;

/// <summary>The token, to be recognized in what comes back: a gateway may repeat a request's headers in its error.</summary>
internal sealed class Secret(SecureString token)
{
    // A shorter one might be an innocent word.
    private const int Shortest = 8;

    private readonly byte[] bytes = token.Length < Shortest ? [] : Encoding.UTF8.GetBytes(BearerToken.Reveal(token));

    /// <summary>Overwrites it wherever it stands.</summary>
    internal void Hide(Span<byte> text)
    {
        if (bytes.Length == 0) return;
        for (int at; (at = text.IndexOf(bytes)) >= 0; text = text.Slice(at + bytes.Length)) text.Slice(at, bytes.Length).Fill((byte)'*');
    }
}
