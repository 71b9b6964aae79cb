using System.Security.Cryptography;

namespace UponAi.Files.Reading;

/// <summary>
/// The hashes of a file's blocks at the first reading. Later readings are compared with them, so that only checked
/// content is used.
/// </summary>
internal sealed class BlockHashes(string path)
{
    internal const int BlockBytes = 64 * 1024;

    private readonly List<byte[]> known = [];

    /// <summary>Stores the hash of a new block, or compares the hash of a known block.</summary>
    /// <param name="index">The index of the block, from 0. The end of the file counts as an empty block.</param>
    /// <param name="block">The buffer with the block.</param>
    /// <param name="length">The length of the block in bytes.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidPlan"/>: the block has changed.</exception>
    internal void Check(int index, byte[] block, int length)
    {
        var hash = Hash(block, length);
        if (index == known.Count) known.Add(hash);
        else if (!hash.SequenceEqual(known[index]))
        {
            throw PlanFileErrors.Whole(
                path, "was changed while it was read, and the rest was not checked. Run the command again.");
        }
    }

#if NET
    private static byte[] Hash(byte[] block, int length) => SHA256.HashData(block.AsSpan(0, length));
#else
    private static byte[] Hash(byte[] block, int length)
    {
        using var hash = SHA256.Create();
        return hash.ComputeHash(block, 0, length);
    }
#endif
}

/// <summary>
/// A stream that reads a file block by block, and throws if a block has changed since the first reading.
/// </summary>
internal sealed class VerifyingStream : Stream
{
    private readonly Stream file;
    private readonly BlockHashes hashes;
    private readonly byte[] block = new byte[BlockHashes.BlockBytes];
    private int index;
    private int length;
    private int position;
    private bool ended;

    /// <summary>Creates a stream over a file. The file stays open when this stream is disposed.</summary>
    internal VerifyingStream(Stream file, BlockHashes hashes)
    {
        this.file = file;
        this.hashes = hashes;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (position == length && !ended) Fill();
        var taken = Math.Min(count, length - position);
        Array.Copy(block, position, buffer, offset, taken);
        position += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Fill()
    {
        (position, length) = (0, 0);
        // Another reading may have moved the position of the file.
        file.Position = (long)index * block.Length;
        int count;
        while (length < block.Length && (count = file.Read(block, length, block.Length - length)) > 0) length += count;
        ended = length == 0;
        hashes.Check(index++, block, length);
    }
}
