using System.Globalization;

namespace UponAi.Client.Journaling;

/// <summary>Creates the exceptions for the file of a journal.</summary>
internal static class JournalFileErrors
{
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows and Mono, and EWOULDBLOCK of Linux and macOS.
    private static readonly int[] InUse = [unchecked((int)0x80070020), unchecked((int)0x80070021), 11, 35];

    /// <summary>Opens a file, and translates the exceptions of the operating system.</summary>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.JournalInUse"/> or <see cref="UponAiError.InvalidJournal"/>.
    /// </exception>
    internal static T Translate<T>(string path, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (IOException e) when (Array.IndexOf(InUse, e.HResult) >= 0)
        {
            throw new UponAiException(
                UponAiError.JournalInUse,
                $"The journal '{DisplayText.Sanitize(path)}' is in use, most likely by another run. "
                + "Wait for that run, or give each run its own journal.",
                e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            var (what, missing) = e is FileNotFoundException ? ("file", path) : ("folder", Path.GetDirectoryName(path));
            throw new UponAiException(
                UponAiError.InvalidJournal,
                $"The journal '{DisplayText.Sanitize(path)}' cannot be opened: the {what} "
                + $"'{DisplayText.Sanitize(missing)}' does not exist. Correct the path.",
                e);
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new UponAiException(
                UponAiError.InvalidJournal,
                $"The journal '{DisplayText.Sanitize(path)}' cannot be opened: {DisplayText.Sanitize(e.Message)}",
                e);
        }
    }

    internal static UponAiException NotAFile(string path, string what) => new(
        UponAiError.InvalidJournal,
        $"The journal '{DisplayText.Sanitize(path)}' is {what}. A journal is a regular file. Correct the path.");

    /// <param name="isRun">True for the journal of a run, which can also be a new file.</param>
    internal static UponAiException NotALine(string path, int line, bool isRun) => new(
        UponAiError.InvalidJournal,
        string.Format(
            CultureInfo.InvariantCulture,
            "Line {0} of '{1}' is not a line of a journal. {2}",
            line,
            DisplayText.Sanitize(path),
            isRun
                ? "The file is unchanged. Give the path of a journal of this module, or of a file that does not exist "
                    + "yet."
                : "Give the path of a journal of this module."));

    internal static UponAiException TooNew(string path, int line, int version) => new(
        UponAiError.InvalidJournal,
        string.Format(
            CultureInfo.InvariantCulture,
            "Line {0} of '{1}' has version {2}, which a newer version of the module wrote. "
            + "Update the module, or give the path of another journal.",
            line,
            DisplayText.Sanitize(path),
            version));
}
