using System.Runtime.InteropServices;

namespace UponAi.Client.Journaling;

/// <summary>A file of lines that one run at a time appends to. Each line is handed to the system at once, so that a killed process loses none but the last.</summary>
internal sealed class JournalFile : IDisposable
{
    private const int ReadBytes = 64 * 1024;

    private readonly Stream file;

    internal JournalFile(Stream file) => this.file = file;

    /// <exception cref="UponAiException"><see cref="UponAiError.JournalInUse"/> or <see cref="UponAiError.InvalidJournal"/>.</exception>
    internal static JournalFile Open(string path)
    {
        try
        {
            return new JournalFile(OpenAlone(path));
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException or FileNotFoundException) && File.Exists(path))
        {
            throw new UponAiException(UponAiError.JournalInUse, $"The journal '{DisplayText.Sanitize(path)}' is in use, by another run most likely. Wait for it, or give each run a journal of its own.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new UponAiException(UponAiError.InvalidJournal, $"The journal '{DisplayText.Sanitize(path)}' cannot be opened: {DisplayText.Sanitize(e.Message)}", e);
        }
    }

    /// <summary>Hands out each whole line, without its end.</summary>
    /// <returns>What follows the last line's end: a line that was torn, or nothing.</returns>
    internal byte[] ReadLines(Action<byte[]> read)
    {
        file.Position = 0;
        var line = new MemoryStream();
        var buffer = new byte[ReadBytes];
        int count;
        while ((count = file.Read(buffer, 0, buffer.Length)) > 0)
        {
            var begin = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', begin, count - begin)) >= 0; begin = end + 1)
            {
                line.Write(buffer, begin, end - begin);
                read(line.ToArray());
                line.SetLength(0);
            }

            line.Write(buffer, begin, count - begin);
        }

        return line.ToArray();
    }

    /// <summary>Cuts off what follows the last line's end.</summary>
    internal void CutEnd(int bytes) => file.SetLength(file.Length - bytes);

    /// <exception cref="IOException">Not written, not even in part: a torn line may only be the last one.</exception>
    internal void Append(byte[] bytes)
    {
        var end = file.Seek(0, SeekOrigin.End);
        try
        {
            file.Write(bytes, 0, bytes.Length);
            file.Flush();
        }
        catch (IOException)
        {
            file.SetLength(end);
            throw;
        }
    }

    public void Dispose() => file.Dispose();

#if NET
    private static FileStream OpenAlone(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = Share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
#else
    private static FileStream OpenAlone(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, Share, bufferSize: 1);
#endif

    // Elsewhere than on Windows, only a file that is shared with nobody is locked.
    private static FileShare Share => RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? FileShare.Read : FileShare.None;
}
