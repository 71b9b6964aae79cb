using System.Buffers;

namespace UponAi.Client.Messages;

/// <summary>
/// The body of a response in pooled memory. A list is read in parts, each of which is consumed before the next part.
/// Every other body is read as a whole. All attempts of a request use the same buffer.
/// </summary>
internal sealed class BodyBuffer : IDisposable
{
    /// <summary>The maximum length of a whole body, or of a row of a list, in bytes after decompression.</summary>
    internal const int Limit = 10 * 1024 * 1024;

    private const int InitialSize = 4096;
    private const int PartSize = 64 * 1024;

    private byte[] buffer = [];
    private int length;

    /// <summary>True if a part was consumed.</summary>
    internal bool HasConsumed { get; private set; }

    /// <summary>Gets the unconsumed bytes, without a UTF-8 byte order mark at the beginning of the body.</summary>
    internal ReadOnlySpan<byte> Bytes
    {
        get
        {
            ReadOnlySpan<byte> read = buffer.AsSpan(0, length);
            return !HasConsumed && read.StartsWith("\uFEFF"u8) ? read.Slice(3) : read;
        }
    }

    /// <summary>Overwrites the token if the response repeats it.</summary>
    internal void Redact(TokenRedactor redactor) => redactor.Redact(buffer.AsSpan(0, length));

    /// <summary>Empties the buffer for the next attempt.</summary>
    internal void Clear() => (length, HasConsumed) = (0, false);

    /// <summary>Reads to the end, or until the limit is exceeded.</summary>
    /// <returns>False if the body is longer than <see cref="Limit"/>.</returns>
    internal async ValueTask<bool> ReadToEndAsync(
        Stream stream, long? contentLength, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the last read, which finds the end, does not need a larger buffer.
        Grow((int)Math.Min(contentLength ?? (InitialSize - 1), Limit) + 1);
        while (true)
        {
            var count = await ReadSomeAsync(stream, cancellationToken).ConfigureAwait(false);
            if (count == 0) return true;
            length += count;
            if (length > Limit) return false;
        }
    }

    /// <summary>
    /// Reads until the buffer is full. The buffer grows first if it is still full because nothing was consumed.
    /// </summary>
    /// <returns>False at the end of the body.</returns>
    internal async ValueTask<bool> FillBufferAsync(Stream stream, CancellationToken cancellationToken)
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

    /// <summary>Removes bytes from the beginning of <see cref="Bytes"/>.</summary>
    internal void Consume(int count)
    {
        if (count == 0) return;
        var rest = Bytes.Slice(count);
        rest.CopyTo(buffer);
        (length, HasConsumed) = (rest.Length, true);
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
