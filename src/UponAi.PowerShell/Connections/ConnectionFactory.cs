using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Security;

namespace UponAi.PowerShell.Connections;

/// <summary>Makes connections. The client's assembly loads with the first request, not before.</summary>
internal static class ConnectionFactory
{
    internal static UponAiConnection Open(ConnectionSettings settings) => new(settings, NewClient);

    internal static UponAiConnection FromEnvironment(EnvironmentVariables environment, PSCmdlet command) => Open(new ConnectionSettings
    {
        BaseUri = environment.BaseUri is null ? ConnectionSettings.DefaultBaseUri : BaseAddress.Parse(environment.BaseUri),
        AccountSid = environment.AccountSid,
        WorkspaceId = environment.WorkspaceId,
        Token = Secure(environment.Token ?? ""),
        UserAgent = UserAgent.Of(command),
    });

    internal static SecureString Secure(string token)
    {
        var secure = new SecureString();
        foreach (var c in token) secure.AppendChar(c);
        secure.MakeReadOnly();
        return secure;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IUponAiApi NewClient(ConnectionSettings settings) => new Client.UponAiClient(settings);
}
