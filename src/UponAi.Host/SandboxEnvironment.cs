using System.Globalization;
using UponAi.Sandbox;

namespace UponAi.Host;

/// <summary>Points the module at the sandbox, by the variables that an administrator would set.</summary>
internal static class SandboxEnvironment
{
    internal static void Set(SandboxServer sandbox)
    {
        Environment.SetEnvironmentVariable("UPONAI_BASE_URI", sandbox.BaseUri.ToString());
        Environment.SetEnvironmentVariable("UPONAI_TOKEN", sandbox.Token);
        Environment.SetEnvironmentVariable("UPONAI_ACCOUNT_SID", sandbox.AccountSid);
        Environment.SetEnvironmentVariable("UPONAI_WORKSPACE_ID", sandbox.WorkspaceId.ToString(CultureInfo.InvariantCulture));
    }
}
