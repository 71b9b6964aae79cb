namespace UponAi.Files.Writing;

/// <summary>
/// Writes the file of a <see cref="PlanWriter"/> under a temporary name in the same folder, and renames it when it is
/// complete. Only the owner can read the file, because it contains phone numbers.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly string path;
    private readonly string target;
    private readonly string temporaryPath;
    private readonly bool overwrite;
    private bool isComplete;

    /// <param name="path">The full path of the file. If the path is a symbolic link, its target is written.</param>
    /// <param name="overwrite">True to replace an existing file.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.PlanNotWritten"/>.</exception>
    internal AtomicFile(string path, bool overwrite)
    {
        this.path = path;
        this.overwrite = overwrite;
        if (Directory.Exists(path)) throw NotWritten("it is a folder. Give the path of a file in it.");
        target = TranslateErrors(() => FollowLink(path));
        if (!overwrite && File.Exists(target)) throw Exists();
        temporaryPath = Path.Combine(
            Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        Stream = TranslateErrors(() => OwnerOnlyFile.Open(
            temporaryPath, FileMode.CreateNew, FileAccess.Write, FileShare.None));
    }

    /// <summary>Gets the stream to write to.</summary>
    internal Stream Stream { get; }

    /// <summary>Runs a write operation, and translates its exceptions.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.PlanNotWritten"/>.</exception>
    internal void TranslateErrors(Action step) => TranslateErrors(() =>
    {
        step();
        return true;
    });

    private T TranslateErrors<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception e) when (
            e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw NotWritten(DisplayText.Sanitize(e.Message), e);
        }
    }

    internal void Complete()
    {
        TranslateErrors(() =>
        {
            Stream.Dispose();
            Move();
        });
        isComplete = true;
    }

    public void Dispose()
    {
        if (isComplete) return;
        Stream.Dispose();
        File.Delete(temporaryPath);
    }

    private void Move()
    {
        if (!overwrite && File.Exists(target)) throw Exists();
#if NET
        File.Move(temporaryPath, target, overwrite);
#else
        if (File.Exists(target)) File.Replace(temporaryPath, target, destinationBackupFileName: null);
        else File.Move(temporaryPath, target);
#endif
    }

    private UponAiException Exists() => NotWritten("it exists. Give another path.");

    private UponAiException NotWritten(string why, Exception? cause = null) =>
        new(UponAiError.PlanNotWritten, $"The plan '{DisplayText.Sanitize(path)}' was not written: {why}", cause);

#if NET
    private static string FollowLink(string path) =>
        new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
#else
    // .NET Framework cannot resolve a link.
    private static string FollowLink(string path) =>
        File.Exists(path) && (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0
            ? throw new IOException("It is a link. Give the path of the target of the link.")
            : path;
#endif
}
