using System.Runtime.InteropServices;

namespace UponAi.Client.Journaling;

/// <summary>
/// A file of lines, to which only one run at a time can append. Each line goes to the operating system at once, so a
/// killed process loses at most its last line.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    private readonly Stream file;

    internal JournalFile(Stream file) => this.file = file;

    /// <summary>Opens the file exclusively, and creates it if it does not exist.</summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.JournalInUse"/> or <see cref="UponAiError.InvalidJournal"/>.
    /// </exception>
    internal static JournalFile Open(string path) => JournalFileErrors.Translate(path, () =>
    {
        if (Directory.Exists(path)) throw JournalFileErrors.NotAFile(path, "a folder");
        var file = OwnerOnlyFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, Share);
        if (IsRegularFile(file)) return new JournalFile(file);
        file.Dispose();
        throw JournalFileErrors.NotAFile(path, "a device or a pipe");
    });

    /// <summary>Reads the lines from the beginning.</summary>
    internal IEnumerable<RawLine> ReadLines() => RawLine.ReadAll(file);

    /// <summary>Removes bytes from the end of the file.</summary>
    internal void CutEnd(int bytes) => file.SetLength(file.Length - bytes);

    /// <summary>Appends a line.</summary>
    /// <param name="line">The line with its end.</param>
    /// <exception cref="IOException">
    /// The line was not written, and no part of it remains: only the last line of a journal may be torn.
    /// </exception>
    internal void Append(ArraySegment<byte> line)
    {
        var end = file.Seek(0, SeekOrigin.End);
        try
        {
            file.Write(line.Array!, line.Offset, line.Count);
            file.Flush();
        }
        catch
        {
            CutTo(end);
            throw;
        }
    }

    public void Dispose() => file.Dispose();

    private void CutTo(long length)
    {
        try
        {
            file.SetLength(length);
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            // The disk fails, and the caller gets the first exception. The next run removes the torn line.
        }
    }

    // A pipe cannot seek. A device such as /dev/full can seek, is always empty and cannot be given a length.
    private static bool IsRegularFile(FileStream file)
    {
        if (!file.CanSeek) return false;
        if (file.Length > 0) return true;
        try
        {
            file.SetLength(0);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // Outside Windows, only FileShare.None keeps other runs out.
    private static FileShare Share =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? FileShare.Read : FileShare.None;
}
