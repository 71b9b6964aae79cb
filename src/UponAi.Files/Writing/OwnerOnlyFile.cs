namespace UponAi;

/// <summary>Opens files that only their owner can read. On Windows, the permissions of the folder apply.</summary>
internal static class OwnerOnlyFile
{
    internal static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
#if NET
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
#else
        return new FileStream(path, mode, access, share, bufferSize: 1);
#endif
    }
}
