using System.Security;
using System.Text;

namespace UponAi.Client.Messages;

/// <summary>The token, to be recognized in what comes back: a gateway may repeat a request's headers in its error, escaped for JSON, URLs or HTML.</summary>
internal sealed class Secret(SecureString token)
{
    // A shorter one might be an innocent word.
    private const int Shortest = 8;

    private readonly byte[] bytes = token.Length < Shortest ? [] : Encoding.UTF8.GetBytes(BearerToken.Reveal(token));

    /// <summary>Overwrites it wherever it stands.</summary>
    internal void Hide(Span<byte> text)
    {
        if (bytes.Length == 0) return;
        for (int at; (at = text.IndexOf(bytes)) >= 0;) text.Slice(at, bytes.Length).Fill((byte)'*');
        if (text.IndexOfAny((byte)'\\', (byte)'%', (byte)'&') >= 0) HideEscaped(text);
    }

    /// <summary>Whether the exception, or one that it comes from, shows it.</summary>
    internal bool IsShownBy(Exception exception)
    {
        if (bytes.Length == 0) return false;
        var shown = Encoding.UTF8.GetBytes(exception.ToString());
        var hidden = shown.ToArray();
        Hide(hidden);
        return !hidden.AsSpan().SequenceEqual(shown);
    }

    private void HideEscaped(Span<byte> text)
    {
        for (; !text.IsEmpty; text = text.Slice(1))
        {
            var length = LengthAt(text);
            text.Slice(0, length).Fill((byte)'*');
        }
    }

    /// <summary>How many bytes it takes at the beginning of the text, each character plain or escaped; 0 when it does not stand there.</summary>
    private int LengthAt(ReadOnlySpan<byte> text)
    {
        var length = 0;
        foreach (var c in bytes)
        {
            var taken = EscapedCharacter.LengthAt(text.Slice(length), c);
            if (taken == 0) return 0;
            length += taken;
        }

        return length;
    }
}
