namespace UponAi.Files.Writing;

/// <summary>A file that is written beside its place and takes it when it is whole. Readable by its owner alone, as it says who may be called.</summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly string path;
    private readonly string aside;
    private readonly bool overwrite;
    private bool isComplete;

    /// <exception cref="UponAiException"><see cref="UponAiError.PlanNotWritten"/>.</exception>
    internal AtomicFile(string path, bool overwrite)
    {
        this.path = path;
        this.overwrite = overwrite;
        if (Directory.Exists(path)) throw NotWritten("it is a folder; give the path of a file in it.");
        if (!overwrite && File.Exists(path)) throw Exists();
        aside = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        Stream = Step(() => Create(aside));
    }

    /// <summary>What is written to.</summary>
    internal Stream Stream { get; }

    /// <summary>Runs a step of the writing.</summary>
    /// <exception cref="UponAiException"><see cref="UponAiError.PlanNotWritten"/>.</exception>
    internal T Step<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw NotWritten(DisplayText.Sanitize(e.Message), e);
        }
    }

    internal void Complete() => isComplete = Step(() =>
    {
        Stream.Dispose();
        Move();
        return true;
    });

    public void Dispose()
    {
        if (isComplete) return;
        Stream.Dispose();
        File.Delete(aside);
    }

    private void Move()
    {
        if (!overwrite && File.Exists(path)) throw Exists();
#if NET
        File.Move(aside, path, overwrite);
#else
        if (File.Exists(path)) File.Replace(aside, path, destinationBackupFileName: null);
        else File.Move(aside, path);
#endif
    }

    private UponAiException Exists() => NotWritten("it exists. Give another path, or -Force to replace it.");

    private UponAiException NotWritten(string why, Exception? cause = null) =>
        new(UponAiError.PlanNotWritten, $"The plan '{DisplayText.Sanitize(path)}' was not written: {why}", cause);

#if NET
    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
#else
    private static FileStream Create(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1);
#endif
}
