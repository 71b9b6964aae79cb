using System.Net;
using System.Runtime.CompilerServices;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>Makes the tests independent of the machine's environment.</summary>
internal static class TestProcess
{
    internal static readonly string[] Variables =
        ["UPONAI_TOKEN", "UPONAI_ACCOUNT_SID", "UPONAI_WORKSPACE_ID", "UPONAI_BASE_URI"];

    [ModuleInitializer]
    internal static void Isolate()
    {
        foreach (var name in Variables) Environment.SetEnvironmentVariable(name, null);
        // For the programs that tests start: in a short run, tiered compilation only costs time.
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        Environment.SetEnvironmentVariable("DOTNET_TC_CallCounting", "0");
        HttpClient.DefaultProxy = new WebProxy();
        TestTrust.Begin();
    }
}
