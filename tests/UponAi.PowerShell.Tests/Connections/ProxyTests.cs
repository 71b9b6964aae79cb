using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Connections;

/// <summary>Tests that requests use the given proxy.</summary>
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
        Assert.DoesNotContain(
            request.Headers,
            header => header.Value.Contains(ConnectedPlatform.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_proxys_credential_is_given_when_it_asks()
    {
        await using var proxy = ScriptedServer.Start(request => request.Header("Proxy-Authorization") is null
            ? Reply.Text("Who?", "text/plain", 407, ("Proxy-Authenticate", "Basic realm=\"proxy\""))
            : Reply.Text("No tunnel.", "text/plain", 502));

        await ConnectAsync(proxy, "-BaseUri https://platform.example.com -ProxyCredential $credential");

        Assert.Equal(
            ["Basic " + Convert.ToBase64String("me:key_5f2c9a71e3"u8)],
            proxy.Requests.Select(request => request.Header("Proxy-Authorization")).OfType<string>());
    }

    [Fact]
    public async Task A_proxy_that_is_given_gets_what_is_for_loopback_too()
    {
        await using var proxy = ScriptedServer.Start(ConnectedPlatform.Agree);

        var outcome = await ConnectAsync(proxy, "-BaseUri http://127.0.0.1:9");

        Assert.Equal("101", outcome.Single().ToString());
        Assert.Equal(
            "PUT http://127.0.0.1:9/api/numbers/101/agent HTTP/1.1",
            Assert.Single(proxy.Requests).RequestLine);
    }

    [Theory]
    [InlineData("proxy.example.com")]
    [InlineData("proxy.example.com:8080")]
    [InlineData("ftp://proxy.example.com")]
    [InlineData("file:///etc/proxy")]
    [InlineData("ftp://me:secret@proxy.example.com")]
    public async Task An_invalid_proxy_is_refused_when_connecting_and_no_password_is_shown(string proxy)
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            "Connect-UponAi -Token $token -Proxy $proxy",
            ("token", ConnectedPlatform.Secret),
            ("proxy", proxy));

        Assert.Contains(
            "Give an address such as http://proxy.example.com:8080",
            outcome.SingleError().Message(),
            StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.AllText(), text => text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_proxy_address_with_a_password_is_refused_and_the_password_is_not_shown()
    {
        using var engine = new Engine();

        var outcome = await engine.RunAsync(
            "Connect-UponAi -Token $token -Proxy http://me:secret@proxy.example.com:8080",
            ("token", ConnectedPlatform.Secret));

        Assert.Contains(
            "The proxy address contains a user name or password, which would not be used. Give them with "
            + "-ProxyCredential.",
            outcome.SingleError().Message(),
            StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.AllText(), text => text.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://proxy.example.com:8080")]
    [InlineData("https://proxy.example.com")]
    [InlineData("socks5://127.0.0.1:1080")]
    public async Task A_proxy_of_a_kind_that_exists_is_taken(string proxy)
    {
        using var engine = new Engine();

        Assert.Empty(
            (await engine.RunAsync(
                    "Connect-UponAi -Token $token -Proxy $proxy",
                    ("token", ConnectedPlatform.Secret),
                    ("proxy", proxy))).Errors);
    }

    [Fact]
    public async Task A_credential_without_a_proxy_is_refused()
    {
        using var engine = new Engine();

        var error = (await engine.RunAsync(
            "Connect-UponAi -Token $token -ProxyCredential $credential",
            ("token", ConnectedPlatform.Secret),
            ("credential", new PSCredential("me", ConnectedPlatform.Secret)))).SingleError();

        Assert.Equal("UponAi.NotConnected", error.Id());
        Assert.Equal(
            "-ProxyCredential was given without -Proxy, so no proxy would receive the credential. Give the address "
            + "of the proxy with -Proxy, or leave out -ProxyCredential.",
            error.Message());
    }

    private static async Task<Outcome> ConnectAsync(ScriptedServer proxy, string parameters)
    {
        using var engine = new Engine();
        return await engine.RunAsync(
            "Connect-UponAi -Token $token -AccountSid AC1 -WorkspaceId 7 -MaximumRetryCount 0 -Proxy "
            + $"$proxy {parameters}; Set-UponAiNumberAssignment 101 agent_a",
            ("token", ConnectedPlatform.Secret),
            ("proxy", proxy.BaseUri),
            ("credential", new PSCredential("me", ConnectedPlatform.Secret)));
    }
}
