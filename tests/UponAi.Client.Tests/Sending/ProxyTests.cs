using System.Net;
using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Sending;

public sealed class ProxyTests
{
    [Fact]
    public async Task The_connections_proxy_gets_the_requests()
    {
        await using var proxy = ScriptedServer.Start(_ => Reply.Json("", 407));
        var settings = new ConnectionSettings
        {
            BaseUri = new Uri("http://127.0.0.1:9/"),
            Token = BearerToken.Protect(Settings.Token),
            Proxy = new WebProxy(proxy.BaseUri)
        };
        using var client = new UponAiClient(settings, new SkippingTime(settings));

        var error = await Assert.ThrowsAsync<UponAiException>(
            () => client.UpdateAsync(TestAssignments.Inbound("agent_a"), TestAssignments.Scope, TestTimeout.Token));

        Assert.Equal((UponAiError.RequestFailed, 407), (error.Error, error.StatusCode));
        Assert.Equal(
            "PUT http://127.0.0.1:9/api/numbers/%2B14155550100/agent HTTP/1.1",
            Assert.Single(proxy.Requests).RequestLine);
    }

    /// <summary>
    /// http is allowed for loopback because nothing leaves the machine; a proxy would make it leave, with the token.
    /// </summary>
    [Fact]
    public async Task The_systems_proxy_does_not_get_what_is_for_loopback()
    {
        await using var proxy = ScriptedServer.Start(_ => Reply.Json(UpdateAnswers.Of()));
        await using var server = ScriptedServer.Start(_ => Reply.Json(UpdateAnswers.Of()));
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.BaseUri);
        try
        {
            using var client = new UponAiClient(
                new ConnectionSettings { BaseUri = server.BaseUri, Token = BearerToken.Protect(Settings.Token) });

            await client.UpdateAsync(TestAssignments.Inbound("agent_a"), TestAssignments.Scope, TestTimeout.Token);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Equal(0, proxy.ConnectionCount);
        Assert.Single(server.Requests);
    }
}
