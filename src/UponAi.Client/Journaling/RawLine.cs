namespace UponAi.Client.Journaling;

/// <summary>The bytes of a line without the line break.</summary>
/// <param name="Bytes">The bytes, which may be empty.</param>
/// <param name="Number">The number of the line, from 1.</param>
/// <param name="IsComplete">
/// False for the text after the last line break: a torn line, or a line that a run is writing.
/// </param>
internal readonly record struct RawLine(byte[] Bytes, int Number, bool IsComplete)
{
    private const int ReadBytes = 64 * 1024;

    /// <summary>Reads the lines of a file from the beginning, block by block.</summary>
    internal static IEnumerable<RawLine> ReadAll(Stream file)
    {
        file.Position = 0;
        var line = new MemoryStream();
        var buffer = new byte[ReadBytes];
        var number = 0;
        int count;
        while ((count = file.Read(buffer, 0, buffer.Length)) > 0)
        {
            var begin = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', begin, count - begin)) >= 0; begin = end + 1)
            {
                line.Write(buffer, begin, end - begin);
                yield return new RawLine(line.ToArray(), ++number, IsComplete: true);
                line.SetLength(0);
            }

            line.Write(buffer, begin, count - begin);
        }

        if (line.Length > 0) yield return new RawLine(line.ToArray(), ++number, IsComplete: false);
    }

    /// <summary>True for the incomplete line of a killed run.</summary>
    internal bool IsTorn =>
        !IsComplete && Bytes.AsSpan().StartsWith(Beginning.Slice(0, Math.Min(Bytes.Length, Beginning.Length)));

    private static ReadOnlySpan<byte> Beginning => "{\"time\":"u8;
}
