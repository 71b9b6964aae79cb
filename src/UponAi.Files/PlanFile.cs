using System.Text;
using System.Text.Json;
using UponAi.Files.Csv;
using UponAi.Files.Json;
using UponAi.Files.Reading;

namespace UponAi.Files;

/// <summary>
/// A plan file on disk, for Import-UponAiNumberAssignment. The file stays open between its readings. Each reading must
/// see the same bytes.
/// </summary>
/// <param name="file">The open file. Tests give a stream that fails or changes.</param>
internal sealed class PlanFile(string path, PlanFormat format, Stream file) : IPlanFile
{
    private const char ByteOrderMark = '\ufeff';

    // On Windows, Excel keeps a file open for writing. The file can be read anyway, because changes are detected.
    private const FileShare Share = FileShare.ReadWrite | FileShare.Delete;

    private readonly BlockHashes hashes = new(path);
    private Encoding encoding = TextEncoding.Utf8;

    /// <summary>Opens a plan file for reading.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidPlan"/>.</exception>
    internal static PlanFile Open(string path, PlanFormat format)
    {
        try
        {
            // VerifyingStream reads whole blocks, so the file needs no buffer of its own.
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, Share, bufferSize: 1);
            if (file.CanSeek) return new PlanFile(path, format, file);
            file.Dispose();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw PlanFileErrors.Whole(path, "does not exist.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw PlanFileErrors.Whole(path, "may not be read by this user. Check its permissions.", e);
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw PlanFileErrors.Whole(path, $"cannot be opened: {DisplayText.Sanitize(e.Message)}", e);
        }

        throw PlanFileErrors.Whole(path, "cannot be read twice, which the check needs. Save it as a file first.");
    }

    /// <inheritdoc/>
    public IEnumerable<PlanRecord> Read()
    {
        encoding = TranslateErrors(() => TextEncoding.Detect(OpenStream(), path));
        using var records = TranslateErrors(() => ReadRecords().GetEnumerator());
        // Each step is tried on its own, because C# allows no yield inside a try with a catch.
        while (TranslateErrors(records.MoveNext)) yield return records.Current;
    }

    public void Dispose() => file.Dispose();

    private IEnumerable<PlanRecord> ReadRecords()
    {
        if (format == PlanFormat.Json) return new JsonRecords(OpenText(), path).Read();
        return new CsvRecords(OpenText(), CsvDelimiter.Detect(OpenText(), path), path).Read();
    }

    // The reader is not disposed: it owns only memory, and the file stays open.
    private StreamReader OpenText()
    {
        var text = new StreamReader(OpenStream(), encoding, detectEncodingFromByteOrderMarks: false);
        // The reader skips one byte order mark. Some programs add more marks.
        while (text.Peek() == ByteOrderMark) text.Read();
        return text;
    }

    private VerifyingStream OpenStream() => new(file, hashes);

    private T TranslateErrors<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (DecoderFallbackException e)
        {
            throw TranslateErrors(() => InvalidText.CreateError(file, path, encoding, e));
        }
        catch (JsonException e)
        {
            // The end of the message is left out: a position in the JSON text, which the error's line replaces.
            var what = e.Message.Split([" LineNumber:", " Path:"], StringSplitOptions.None)[0];
            throw PlanFileErrors.At(
                path, (int)(e.LineNumber ?? 0) + 1, $"This is not JSON: {DisplayText.Sanitize(what)}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PlanFileErrors.Whole(path, $"cannot be read further: {DisplayText.Sanitize(e.Message)}", e);
        }
    }
}
