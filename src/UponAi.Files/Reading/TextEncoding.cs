using System.Text;

namespace UponAi.Files.Reading;

/// <summary>UTF-8, with a byte order mark or without, and UTF-16 with one. What is neither is refused, not read with replacements.</summary>
internal static class TextEncoding
{
    internal static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidPlan"/>: the mark of another encoding.</exception>
    internal static Encoding Detect(Stream beginning, string path)
    {
        var mark = new byte[4];
        var count = beginning.Read(mark, 0, mark.Length);
        return mark switch
        {
            [0xFF, 0xFE, 0, 0] when count == mark.Length => throw PlanFileErrors.Whole(path, "is in UTF-32; save it as UTF-8 ('CSV UTF-8' in Excel)."),
            [0xFF, 0xFE, ..] when count >= 2 => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] when count >= 2 => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => Utf8,
        };
    }

    /// <summary>Says on which line the text ceases to be text.</summary>
    internal static UponAiException Refuse(Stream file, string path, Encoding encoding, DecoderFallbackException cause)
    {
        const string Fix = "Save the file as UTF-8 ('CSV UTF-8' in Excel); an older encoding would turn letters into others.";
        if (encoding != Utf8) return PlanFileErrors.Whole(path, $"is not the UTF-16 that its byte order mark says. {Fix}", cause);
        var shown = cause.BytesUnknown is { Length: > 0 } bytes ? $" (byte 0x{bytes[0]:X2})" : "";
        return PlanFileErrors.At(path, FirstInvalidLine(file), $"The text is not UTF-8{shown}. {Fix}", cause);
    }

    private static int FirstInvalidLine(Stream file)
    {
        file.Position = 0;
        var decoder = Utf8.GetDecoder();
        var block = new byte[BlockHashes.BlockBytes];
        var text = new char[block.Length + 1];
        var line = 1;
        int count;
        while ((count = file.Read(block, 0, block.Length)) > 0)
        {
            try
            {
                decoder.GetChars(block, 0, count, text, 0, flush: false);
            }
            catch (DecoderFallbackException e)
            {
                return line + LineFeeds(block, Math.Max(e.Index, 0));
            }

            line += LineFeeds(block, count);
        }

        // Cut off within a character.
        return line;
    }

    private static int LineFeeds(byte[] block, int count)
    {
        var found = 0;
        for (var i = 0; i < count; i++)
        {
            if (block[i] == (byte)'\n') found++;
        }

        return found;
    }
}
