using System.Buffers;

namespace UponAi.Client.Http;

/// <summary>The body of an answer, read whole into pooled memory up to a limit. One buffer serves all attempts of a request.</summary>
internal sealed class BodyBuffer : IDisposable
{
    /// <summary>The longest body that is read, in bytes after decompression.</summary>
    internal const int Limit = 10 * 1024 * 1024;

    private const int FirstSize = 4096;

    private byte[] buffer = [];
    private int length;

    /// <summary>What was read so far, a UTF-8 byte order mark left out.</summary>
    internal ReadOnlySpan<byte> Bytes
    {
        get
        {
            ReadOnlySpan<byte> read = buffer.AsSpan(0, length);
            return read.StartsWith("\uFEFF"u8) ? read.Slice(3) : read;
        }
    }

    /// <summary>Makes a secret that the sender repeated unreadable, before anybody sees it.</summary>
    internal void Hide(Secret secret) => secret.Hide(buffer.AsSpan(0, length));

    /// <summary>Forgets the attempt before.</summary>
    internal void Clear() => length = 0;

    /// <summary>Reads to the end, or to one byte over the limit.</summary>
    /// <returns>False when the body is longer than <see cref="Limit"/>.</returns>
    internal async ValueTask<bool> ReadAsync(Stream stream, long? contentLength, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the read that finds the end needs no second buffer.
        Grow((int)Math.Min(contentLength ?? FirstSize - 1, Limit) + 1);
        while (true)
        {
            if (length == buffer.Length) Grow(buffer.Length * 2);
#if NET
            var count = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
#else
            var count = await stream.ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false);
#endif
            if (count == 0) return true;
            length += count;
            if (length > Limit) return false;
        }
    }

    public void Dispose()
    {
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        length = 0;
    }

    private void Grow(int size)
    {
        if (buffer.Length >= size) return;
        var larger = ArrayPool<byte>.Shared.Rent(size);
        buffer.AsSpan(0, length).CopyTo(larger);
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
