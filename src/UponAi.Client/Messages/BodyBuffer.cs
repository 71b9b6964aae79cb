using System.Buffers;

namespace UponAi.Client.Messages;

/// <summary>
/// The body of an answer in pooled memory, read whole up to a limit, or filled and consumed part by part. One buffer serves all attempts of
/// a request.
/// </summary>
internal sealed class BodyBuffer : IDisposable
{
    /// <summary>The longest body that is read, in bytes after decompression.</summary>
    internal const int Limit = 10 * 1024 * 1024;

    private const int FirstSize = 4096;
    private const int PartSize = 64 * 1024;

    private byte[] buffer = [];
    private int length;

    /// <summary>True when a part was consumed.</summary>
    internal bool IsBegun { get; private set; }

    /// <summary>What was read so far and not consumed, a UTF-8 byte order mark left out.</summary>
    internal ReadOnlySpan<byte> Bytes
    {
        get
        {
            ReadOnlySpan<byte> read = buffer.AsSpan(0, length);
            return read.StartsWith("\uFEFF"u8) ? read.Slice(3) : read;
        }
    }

    /// <summary>Overwrites the token, should the response repeat it.</summary>
    internal void Hide(TokenRedactor redactor) => redactor.Hide(buffer.AsSpan(0, length));

    /// <summary>Forgets the attempt before.</summary>
    internal void Clear() => (length, IsBegun) = (0, false);

    /// <summary>Reads to the end, or to one byte over the limit.</summary>
    /// <returns>False when the body is longer than <see cref="Limit"/>.</returns>
    internal async ValueTask<bool> ReadAsync(Stream stream, long? contentLength, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the read that finds the end needs no second buffer.
        Grow((int)Math.Min(contentLength ?? FirstSize - 1, Limit) + 1);
        while (true)
        {
            var count = await ReadSomeAsync(stream, cancellationToken).ConfigureAwait(false);
            if (count == 0) return true;
            length += count;
            if (length > Limit) return false;
        }
    }

    /// <summary>Reads until the buffer is full, which grows when nothing of it was consumed.</summary>
    /// <returns>False at the end of the body.</returns>
    internal async ValueTask<bool> FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        Grow(length == buffer.Length ? Math.Max(PartSize, length * 2) : PartSize);
        while (length < buffer.Length)
        {
            var count = await ReadSomeAsync(stream, cancellationToken).ConfigureAwait(false);
            if (count == 0) return false;
            length += count;
        }

        return true;
    }

    /// <summary>Forgets the first so many of <see cref="Bytes"/>.</summary>
    internal void Consume(int count)
    {
        if (count == 0) return;
        var rest = Bytes.Slice(count);
        rest.CopyTo(buffer);
        (length, IsBegun) = (rest.Length, true);
    }

    public void Dispose()
    {
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        length = 0;
    }

    private ValueTask<int> ReadSomeAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (length == buffer.Length) Grow(buffer.Length * 2);
#if NET
        return stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
#else
        return new ValueTask<int>(stream.ReadAsync(buffer, length, buffer.Length - length, cancellationToken));
#endif
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

/// <summary>Takes the body of a list while it arrives, so that a long one is never in memory whole.</summary>
internal interface IStreamingParser
{
    /// <summary>True when no more is wanted: at the end, or where it cannot be read.</summary>
    bool IsDone { get; }

    /// <summary>Forgets the attempt before.</summary>
    void Clear();

    /// <summary>Takes what is there whole.</summary>
    /// <param name="bytes">What arrived and was not taken yet.</param>
    /// <param name="isLast">True when nothing follows.</param>
    /// <returns>How many bytes were taken.</returns>
    int Take(ReadOnlySpan<byte> bytes, bool isLast);
}
