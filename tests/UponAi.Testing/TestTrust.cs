using System.Runtime.InteropServices;

namespace UponAi.Testing;

/// <summary>
/// Lets only this process trust the certificate authority of the tests, for tests in which TLS succeeds.
/// </summary>
public static partial class TestTrust
{
    /// <summary>True on Linux. On other systems, the store of the user would have to change.</summary>
    public static bool IsPossible => OperatingSystem.IsLinux();

    /// <summary>Adds the authority. Must run before the first TLS connection of the process.</summary>
    public static void Begin()
    {
        if (!IsPossible) return;
        var file = Path.GetTempFileName();
        File.WriteAllText(file, TestCertificates.AuthorityPem);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        // OpenSSL reads the variable in its own copy of the environment, which .NET's method does not change.
        if (SetVariable("SSL_CERT_FILE", file, overwrite: 1) != 0)
            throw new InvalidOperationException("The environment cannot be changed.");
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
