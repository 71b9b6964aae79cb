using System.Text;

namespace UponAi.Files.Reading;

/// <summary>
/// Detects the encoding of a file: UTF-8 with or without a byte order mark, or UTF-16 with a mark. Text in another
/// encoding is usually not UTF-8, which is an error of <see cref="InvalidText"/>. UTF-16 without a mark is often UTF-8
/// with NUL characters, which the readers of CSV and JSON refuse.
/// </summary>
internal static class TextEncoding
{
    internal static readonly Encoding Utf8 = new UTF8Encoding(
        encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Returns the encoding from the first bytes of a file.</summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.InvalidPlan"/>: the file has the mark of UTF-32.
    /// </exception>
    internal static Encoding Detect(Stream beginning, string path)
    {
        var mark = new byte[4];
        var count = beginning.Read(mark, 0, mark.Length);
        return mark switch
        {
            [0xFF, 0xFE, 0, 0] when count == mark.Length =>
                throw PlanFileErrors.Whole(path, "is in UTF-32. Save it as UTF-8 ('CSV UTF-8' in Excel)."),
            [0xFF, 0xFE, ..] =>
                new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] =>
                new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => Utf8,
        };
    }
}
