using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace UponAi.PowerShell.UnitTests.Files;

/// <summary>
/// Takes the permission to read a file from this thread. The superuser of Linux can read every file, so the thread uses
/// another user id for the file system.
/// </summary>
internal sealed class Permissions : IDisposable
{
    private const uint Nobody = 65534;

    private readonly string path;

    internal Permissions(string path)
    {
        this.path = path;
        if (OperatingSystem.IsWindows()) Deny(path);
        else File.SetUnixFileMode(path, UnixFileMode.None);
        if (OperatingSystem.IsLinux()) _ = ActAs(Nobody);
    }

    public void Dispose()
    {
        if (OperatingSystem.IsLinux()) _ = ActAs(Environment.IsPrivilegedProcess ? 0 : uint.MaxValue);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [SupportedOSPlatform("windows")]
    private static void Deny(string path)
    {
        var security = new FileSecurity(path, AccessControlSections.Access);
        security.AddAccessRule(new FileSystemAccessRule(
            new SecurityIdentifier(WellKnownSidType.WorldSid, null), FileSystemRights.Read, AccessControlType.Deny));
        new FileInfo(path).SetAccessControl(security);
    }

    [DllImport("libc", EntryPoint = "setfsuid"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ActAs(uint user);
}
