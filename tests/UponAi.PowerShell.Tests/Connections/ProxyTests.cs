using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Connections;

/// <summary>Requests go through the proxy that is given.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task A_proxy_is_asked_for_a_tunnel_to_the_platform_and_never_sees_the_token()
    {
        await using var proxy = ScriptedServer.Start(_ => Reply.Text("No tunnel.", "text/plain", 502));

        var outcome = await ConnectAsync(proxy, "-BaseUri https://platform.example.com");

        var error = outcome.SingleError();
        Assert.Equal("UponAi.ConnectionFailed", error.Id());
        Assert.Contains("502", error.Message(), StringComparison.Ordinal);
        var request = Assert.Single(proxy.Requests);
        Assert.Equal("CONNECT platform.example.com:443 HTTP/1.1", request.RequestLine);
        Assert.DoesNotContain(request.Headers, header => header.Value.Contains(ConnectedPlatform.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_proxys_credential_is_given_when_it_asks()
    {
        await using var proxy = ScriptedServer.Start(request => request.Header("Proxy-Authorization") is null
            ? Reply.Text("Who?", "text/plain", 407, ("Proxy-Authenticate", "Basic realm=\"proxy\""))
            : Reply.Text("No tunnel.", "text/plain", 502));

        await ConnectAsync(proxy, "-BaseUri https://platform.example.com -ProxyCredential $credential");

        Assert.Equal(["Basic " + Convert.ToBase64String("me:key_5f2c9a71e3"u8)], proxy.Requests.Select(request => request.Header("Proxy-Authorization")).OfType<string>());
    }

    private static async Task<Outcome> ConnectAsync(ScriptedServer proxy, string parameters)
    {
        using var engine = new Engine();
        return await engine.RunAsync(
            $"Connect-UponAi -Token $token -AccountSid AC1 -WorkspaceId 7 -MaximumRetryCount 0 -Proxy $proxy {parameters}; Set-UponAiNumberAssignment 101 agent_a",
            ("token", ConnectedPlatform.Secret),
            ("proxy", proxy.BaseUri),
            ("credential", new PSCredential("me", ConnectedPlatform.Secret)));
    }
}
