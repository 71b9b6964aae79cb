using System.Text;

namespace UponAi.Files.Reading;

/// <summary>
/// Detects the encoding of a file: UTF-8 with or without a byte order mark, or UTF-16 with a mark. Other encodings are
/// errors.
/// </summary>
internal static class TextEncoding
{
    internal static readonly Encoding Utf8 = new UTF8Encoding(
        encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Returns the encoding from the first bytes of a file.</summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.InvalidPlan"/>: the file has the mark of another encoding.
    /// </exception>
    internal static Encoding Detect(Stream beginning, string path)
    {
        var mark = new byte[4];
        var count = beginning.Read(mark, 0, mark.Length);
        return mark switch
        {
            [0xFF, 0xFE, 0, 0] when count == mark.Length =>
                throw PlanFileErrors.Whole(path, "is in UTF-32. Save it as UTF-8 ('CSV UTF-8' in Excel)."),
            [0xFF, 0xFE, ..] when count >= 2 =>
                new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] when count >= 2 =>
                new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => Utf8,
        };
    }

    /// <summary>
    /// Creates the exception for a file with invalid text. For UTF-8, the exception names the first invalid line.
    /// </summary>
    internal static UponAiException Invalid(Stream file, string path, Encoding encoding, DecoderFallbackException cause)
    {
        const string Fix =
            "Save the file as UTF-8 ('CSV UTF-8' in Excel). An older encoding would change letters.";
        if (encoding != Utf8)
            return PlanFileErrors.Whole(path, $"is not the UTF-16 that its byte order mark says. {Fix}", cause);
        var shown = cause.BytesUnknown is { Length: > 0 } bytes ? $" (byte 0x{bytes[0]:X2})" : "";
        return PlanFileErrors.At(path, FindInvalidLine(file), $"The text is not UTF-8{shown}. {Fix}", cause);
    }

    private static int FindInvalidLine(Stream file)
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
                return line + PlanFileErrors.CountLineFeeds(block, 0, Math.Max(e.Index, 0));
            }

            line += PlanFileErrors.CountLineFeeds(block, 0, count);
        }

        // The file ends within a character.
        return line;
    }
}
