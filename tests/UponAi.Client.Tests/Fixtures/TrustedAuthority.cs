using System.Runtime.CompilerServices;
using UponAi.Testing;

namespace UponAi.Client.Tests.Fixtures;

/// <summary>
/// Makes the tests' certificate authority trusted in this process, before anything else happens in it.
/// </summary>
internal static class TrustedAuthority
{
    [ModuleInitializer]
    internal static void Trust() => TestTrust.Begin();
}
