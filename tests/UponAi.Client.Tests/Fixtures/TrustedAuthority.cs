using System.Runtime.CompilerServices;
using UponAi.Testing;

namespace UponAi.Client.Tests.Fixtures;

/// <summary>
/// Makes this process trust the certificate authority of the tests, before other code of the process runs.
/// </summary>
internal static class TrustedAuthority
{
    [ModuleInitializer]
    internal static void Trust() => TestTrust.Begin();
}
