namespace UponAi.Files.Reading;

/// <summary>Reads a file from its beginning, block by block, and hands out only blocks that are what they were at an earlier reading.</summary>
internal sealed class VerifyingStream : Stream
{
    private readonly Stream file;
    private readonly BlockHashes digests;
    private readonly byte[] block = new byte[BlockHashes.BlockBytes];
    private int index;
    private int length;
    private int position;
    private bool ended;

    /// <summary>The file stays open when the stream is disposed.</summary>
    internal VerifyingStream(Stream file, BlockHashes digests)
    {
        this.file = file;
        this.digests = digests;
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
        // Another reading may have moved it.
        file.Position = (long)index * block.Length;
        int count;
        while (length < block.Length && (count = file.Read(block, length, block.Length - length)) > 0) length += count;
        ended = length == 0;
        digests.Check(index++, block, length);
    }
}
