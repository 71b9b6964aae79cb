namespace UponAi;

/// <summary>
/// Opens files. Only the owner can read a file that is created here. On Windows, the permissions of the folder apply.
/// </summary>
/// <remarks>Also compiled into UponAi.Client, for the journal.</remarks>
internal static class OwnerOnlyFile
{
    internal static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
#if NET
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
#else
        // Without a buffer: .NET Framework does not accept 0.
        return new FileStream(path, mode, access, share, bufferSize: 1);
#endif
    }
}
