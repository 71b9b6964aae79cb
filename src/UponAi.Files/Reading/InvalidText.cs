using System.Text;

namespace UponAi.Files.Reading;

/// <summary>Creates the exception for a file whose bytes are not text in its encoding.</summary>
internal static class InvalidText
{
    /// <summary>Creates the exception. For UTF-8, it names the first invalid line.</summary>
    internal static UponAiException CreateError(
        Stream file, string path, Encoding encoding, DecoderFallbackException cause)
    {
        const string Fix =
            "Save the file as UTF-8 ('CSV UTF-8' in Excel). An older encoding would change letters.";
        if (encoding != TextEncoding.Utf8)
            return PlanFileErrors.Whole(path, $"is not the UTF-16 that its byte order mark says. {Fix}", cause);
        var shown = cause.BytesUnknown is { Length: > 0 } bytes ? $" (byte 0x{bytes[0]:X2})" : "";
        return PlanFileErrors.At(path, FindInvalidLine(file), $"The text is not UTF-8{shown}. {Fix}", cause);
    }

    private static int FindInvalidLine(Stream file)
    {
        file.Position = 0;
        var decoder = TextEncoding.Utf8.GetDecoder();
        var block = new byte[BlockHashes.BlockBytes];
        var text = new char[TextEncoding.Utf8.GetMaxCharCount(block.Length)];
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
                // The index is negative if the character began in the block before.
                return line + PlanFileErrors.CountLineFeeds(block, 0, Math.Max(e.Index, 0));
            }

            line += PlanFileErrors.CountLineFeeds(block, 0, count);
        }

        // The file ends within a character.
        return line;
    }
}
