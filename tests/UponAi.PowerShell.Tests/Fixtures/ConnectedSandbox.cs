using System.Globalization;
using System.Security;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>
/// A sandbox and an engine that is connected to it. The plan gives each generated number one of three agents.
/// </summary>
internal sealed class ConnectedSandbox : IAsyncDisposable
{
    /// <summary>Creates <c>$count</c> rows of the plan in PowerShell.</summary>
    internal const string Rows =
        "0..($count - 1) | ForEach-Object { [pscustomobject]@{ Number = '+1999{0:D7}' -f $_; "
        + "InboundAgents = ('agent_sales', 'agent_support', 'agent_night')[$_ % 3] } }";

    private ConnectedSandbox(SandboxServer server) => Server = server;

    internal SandboxServer Server { get; }

    internal Engine Engine { get; } = Engine.Rent();

    internal static async Task<ConnectedSandbox> StartAsync(SandboxOptions options)
    {
        var sandbox = new ConnectedSandbox(await SandboxServer.StartAsync(options, TestTimeout.Token));
        var token = new SecureString();
        foreach (var c in sandbox.Server.Token) token.AppendChar(c);
        var outcome = await sandbox.Engine.RunAsync(
            "Connect-UponAi -Token $token -AccountSid $account -WorkspaceId $workspace -BaseUri $uri",
            ("token", token),
            ("account", sandbox.Server.AccountSid),
            ("workspace", sandbox.Server.WorkspaceId),
            ("uri", sandbox.Server.BaseUri));
        Assert.Empty(outcome.Errors);
        return sandbox;
    }

    internal static string Number(int i) => "+1999" + i.ToString("D7", CultureInfo.InvariantCulture);

    internal static string PlannedAgent(string number) =>
        (int.Parse(number[5..], CultureInfo.InvariantCulture) % 3) switch
    {
        0 => "agent_sales",
        1 => "agent_support",
        _ => "agent_night",
    };

    /// <summary>Returns the number of requests that changed a number, with or without a response.</summary>
    internal static int Applied(SandboxServer server, string number) => server.Snapshot(number)!.AppliedPuts;

    /// <summary>Fails unless each number has exactly its planned agent.</summary>
    internal static void AssertPlanned(SandboxServer server, string number) =>
        Assert.Equal(PlannedAgent(number), Assert.Single(server.Snapshot(number)!.Bindings.Inbound).AgentId);

    public async ValueTask DisposeAsync()
    {
        Engine.Dispose();
        await Server.DisposeAsync();
    }
}
