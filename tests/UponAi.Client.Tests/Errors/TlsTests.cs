using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Errors;

public sealed class TlsTests
{
    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_an_error_and_gets_no_request()
    {
        await using var platform = Platform.Of(ScriptedServer.StartTls(TestCertificates.SelfSigned(), Reply.Json(UpdateAnswers.Of())));

        var error = await platform.FailAsync(Ask.Inbound("agent_a"));

        Assert.Equal(UponAiError.TlsFailed, error.Error);
        Assert.StartsWith($"No secure connection to {platform.Server.BaseUri.Authority}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("certificate", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, error.Request!.Attempts);
        Assert.Empty(platform.Server.Requests);
    }

    [Fact]
    public async Task A_port_that_speaks_plain_HTTP_is_an_error_and_gets_no_request()
    {
        await using var server = ScriptedServer.Start(Reply.Json(UpdateAnswers.Of()));
        var settings = Settings.For(new UriBuilder(server.BaseUri) { Scheme = "https" }.Uri);
        using var client = new UponAiClient(settings, new SkippingTime(settings));

        var error = await Assert.ThrowsAsync<UponAiException>(() => client.UpdateAsync(Ask.Inbound("agent_a"), Ask.Scope, Patience.Token));

        Assert.Equal(UponAiError.TlsFailed, error.Error);
        Assert.Equal(1, error.Request!.Attempts);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_handshake_is_tried_again_like_any_other()
    {
        await using var dropper = new HandshakeDropper();
        var settings = Settings.For(dropper.BaseUri);
        using var client = new UponAiClient(settings, new SkippingTime(settings));

        var error = await Assert.ThrowsAsync<UponAiException>(() => client.UpdateAsync(Ask.Inbound("agent_a"), Ask.Scope, Patience.Token));

        Assert.Equal((UponAiError.ConnectionFailed, 5), (error.Error, error.Request!.Attempts));
        Assert.Equal(5, dropper.Dropped);
        Assert.StartsWith($"No answer from {dropper.BaseUri.Authority}: ", error.Message, StringComparison.Ordinal);
    }
}
