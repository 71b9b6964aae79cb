namespace UponAi.Files.Reading;

/// <summary>
/// One reading of a <see cref="PlanFile"/>. The stream reads block by block, and throws if a block has changed since
/// the first reading.
/// </summary>
/// <param name="file">The file, which stays open when this stream is disposed.</param>
internal sealed class VerifyingStream(Stream file, BlockHashes hashes) : Stream
{
    private readonly byte[] block = new byte[BlockHashes.BlockBytes];
    private int index;
    private int length;
    private int position;
    private bool ended;

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
        hashes.StoreOrCompare(index++, block, length);
    }
}
