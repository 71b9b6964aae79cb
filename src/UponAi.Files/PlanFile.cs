using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using UponAi.Files.Csv;
using UponAi.Files.Json;
using UponAi.Files.Reading;

namespace UponAi.Files;

/// <summary>A plan file on disk. It stays open between its readings, each of which must see the same bytes.</summary>
internal sealed class PlanFile : IPlanFile
{
    private readonly string path;
    private readonly PlanFormat format;
    private readonly Stream file;
    private readonly BlockHashes digests;
    private Encoding encoding = TextEncoding.Utf8;

    internal PlanFile(string path, PlanFormat format, Stream file)
    {
        this.path = path;
        this.format = format;
        this.file = file;
        digests = new BlockHashes(path);
    }

    // On Windows, Excel keeps a file open for writing, and it can be read beside that, as a change is noticed. Elsewhere only a
    // file that is shared for reading alone heeds another's lock.
    private static FileShare Share => RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? FileShare.ReadWrite | FileShare.Delete : FileShare.Read;

    /// <exception cref="UponAiException"><see cref="UponAiError.InvalidPlan"/>.</exception>
    internal static PlanFile Open(string path, PlanFormat format)
    {
        try
        {
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
            throw PlanFileErrors.Whole(path, "may not be read by this user; check its permissions.", e);
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw PlanFileErrors.Whole(path, $"cannot be opened: {DisplayText.Sanitize(e.Message)}", e);
        }

        throw PlanFileErrors.Whole(path, "cannot be read twice, as the check needs; save it as a file first.");
    }

    /// <inheritdoc/>
    public IEnumerable<PlanRecord> Read()
    {
        encoding = Step(() => TextEncoding.Detect(Start(), path));
        using var records = Step(() => Records().GetEnumerator());
        while (Step(records.MoveNext)) yield return records.Current;
    }

    public void Dispose() => file.Dispose();

    private IEnumerable<PlanRecord> Records()
    {
        if (format == PlanFormat.Json) return new JsonRecords(Text(), path).Read();
        using var beginning = Text();
        var delimiter = Delimiter.Detect(beginning);
        return new CsvRecords(Text(), delimiter, path).Read();
    }

    private StreamReader Text() => new(Start(), encoding, detectEncodingFromByteOrderMarks: false);

    private VerifyingStream Start() => new(file, digests);

    private T Step<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (DecoderFallbackException e)
        {
            throw TextEncoding.Refuse(file, path, encoding, e);
        }
        catch (JsonException e)
        {
            // Its message ends with a place of its own.
            var what = e.Message.Split([" LineNumber:", " Path:"], StringSplitOptions.None)[0];
            throw PlanFileErrors.At(path, (int)(e.LineNumber ?? 0) + 1, $"This is not JSON: {DisplayText.Sanitize(what)}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PlanFileErrors.Whole(path, $"cannot be read on: {DisplayText.Sanitize(e.Message)}", e);
        }
    }
}
